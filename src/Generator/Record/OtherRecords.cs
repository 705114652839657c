using Model;

namespace Generator.Record;

/// <summary>All records but the articles, by their ids.</summary>
public sealed record OtherRecords(
    Dictionary<Id, Actor> Actors, Dictionary<Id, Topic> Topics, Dictionary<Id, Model.Place> Places, Dictionary<Id, Event> Events, Dictionary<Id, Model.Source> Sources, Dictionary<Id, Claim> Claims)
{
    /// <summary>All records, with these articles.</summary>
    public Records With(IEnumerable<KeyValuePair<Id, Article>> articles) => new(
        new(Kind.Article, articles), new(Kind.Actor, Actors), new(Kind.Topic, Topics), new(Kind.Place, Places), new(Kind.Event, Events), new(Kind.Source, Sources), new(Kind.Claim, Claims));
}
