
namespace Model;

/// <summary>All records of the archive by id.</summary>
public sealed record Records(
    Table<Article> Articles, Table<Actor> Actors, Table<Topic> Topics, Table<Place> Places, Table<Event> Events, Table<Source> Sources, Table<Claim> Claims)
{
    internal void Numbered(Numbers numbers)
    {
        Articles.Numbered(numbers);
        Actors.Numbered(numbers);
        Topics.Numbered(numbers);
        Places.Numbered(numbers);
        Events.Numbered(numbers);
        Sources.Numbered(numbers);
        Claims.Numbered(numbers);
    }
}
