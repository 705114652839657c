using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Generator.Cache;
using Generator.Record;
using Model;

namespace Tests;

/// <summary>Records as the cache keeps them.</summary>
public sealed class RecordBytesTests
{
    private static readonly Id One = new("one"), Two = new("two");
    private static readonly Html Notes = new("<p>Notes</p>");

    private static readonly Actor Full = new()
    {
        Id = One, Type = ActorType.Group, Name = "Name", SortName = "Sorted", Alias = ["a", "b"], WeakAlias = ["weak"], PreviousName = ["before"], Summary = "Summary",
        Positions = [new("Speaker", Two, Edtf.Parse("2020"), Edtf.Parse("2021-05?"))], PartOf = [Two], SameAs = ["wikidata:Q1"], DifferentFrom = [Two], Was = [new("old")], Notes = Notes,
    };

    private static readonly Topic Subject = new()
    {
        Id = One, Name = "Name", Alias = ["a"], Broader = [Two], Related = [Two, One], Scope = "Scope", ExactMatch = ["x:1"], Was = [new("old")], Notes = Notes,
    };

    private static readonly Place Town = new()
    {
        Id = One, Name = "Näme", Alias = ["a"], WeakAlias = ["weak"], In = Two, Geo = new(31.50m, -34.4667m), Summary = "Summary", SameAs = ["x:1"], Was = [new("old")], Notes = Notes,
    };

    private static readonly Event Talks = new()
    {
        Id = One, Name = "Name", Date = new(Edtf.Parse("2025-01-19"), new(Evidence.External, "words", "rule", Certainty.Low, "why")), Place = new(Two), Organizer = [Two], Involved = [One, Two], PartOf = Two,
        Summary = "Summary", Was = [new("old")], Notes = Notes,
    };

    private static readonly Source Paper = new()
    {
        Id = One, Name = "Name", Type = SourceType.Broadcaster, Alias = ["a"], Url = WebAddress.TryParse("https://example.org/", out var url) ? url : null, Country = "QA", UsageTerms = "Terms", Summary = "Summary",
        SameAs = ["x:1"], Was = [new("old")], Notes = Notes,
    };

    private static readonly Claim Said = new()
    {
        Id = One, Text = "Text", Kind = ClaimKind.Statement, Unit = "people", About = [Two.To(Kind.Place)], Topics = [Two], Summary = "Summary", Was = [new("old")], Notes = Notes,
    };

    [Fact]
    public void Every_field_of_every_record_comes_back()
    {
        foreach (var record in new object[] { Full, Subject, Town, Talks, Paper, Said })
            foreach (var field in Fields(record)) Assert.False(IsEmpty(field.GetValue(record)), $"this test gives {record.GetType().Name}.{field.Name} no value");
        AssertComeBack(new(Of(Full), Of(Subject), Of(Town), Of(Talks), Of(Paper), Of(Said)));
    }

    [Fact]
    public void Fields_that_are_not_there_stay_away() => AssertComeBack(new(
        Of(new Actor { Id = One, Type = ActorType.Person, Name = "Name" }), Of(new Topic { Id = One, Name = "Name" }), Of(new Place { Id = One, Name = "Name" }),
        Of(new Event { Id = One, Name = "Name" }), Of(new Source { Id = One, Name = "Name", Type = SourceType.Newspaper }), Of(new Claim { Id = One, Text = "Text", Kind = ClaimKind.Figure })));

    [Fact]
    public void Links_and_whether_records_rest_on_texts_come_back()
    {
        var link = new Generator.Modules.TypedLink(new("input/actors/a.yaml", 2, 3, 2, 9), new("/base", "/actors/one/", "said"));
        foreach (var rest in new[] { true, false })
        {
            var read = RecordBytes.Read(RecordBytes.Of(new(new([], [], [], [], [], []), new Dictionary<Ref, string>(), [link], rest)));
            Assert.Equal([link], read.Links);
            Assert.Equal(rest, read.RestOnTexts);
        }
    }

    private static Dictionary<Id, T> Of<T>(T record) => new() { [One] = record };

    private static void AssertComeBack(OtherRecords records)
    {
        var files = new[] { Kind.Actor, Kind.Topic, Kind.Place, Kind.Event, Kind.Source, Kind.Claim }.ToDictionary(k => One.To(k), k => $"input/{Ref.Folder(k)}/some.yaml");
        var read = RecordBytes.Read(RecordBytes.Of(new(records, files, [], false)));
        Assert.Equal(Told(records), Told(read.Records));
        Assert.Equal(files.OrderBy(f => f.Key), read.Files.OrderBy(f => f.Key));
    }

    private static IEnumerable<PropertyInfo> Fields(object record) => record.GetType().GetProperties().Where(p => p.SetMethod is not null);

    private static bool IsEmpty(object? value) => value is null or IList { Count: 0 } || (value.GetType().IsValueType && value is not Enum && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType()))) || (value is Enum choice && Convert.ToInt32(choice, null) == 0);

    /// <summary>All that a value holds, in words.</summary>
    private static string Told(object? value) => value switch
    {
        null => "nothing",
        string or decimal or Enum or bool => $"{value}",
        Id id => id.Value,
        Edtf date => date.Text,
        IDictionary map => $"{{{string.Join(", ", map.Values.Cast<object>().Select(Told))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Told))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name is not ("Ref" or "EqualityContract")).Select(p => $"{p.Name}: {Told(p.GetValue(value))}"))})",
    };
}
