namespace Model;

/// <summary>Somebody who is quoted or reported, how often that is so, and how often in their own words.</summary>
public readonly record struct Speaker(Ref Who, int Sayings, int Direct);

/// <summary>Counts what is said in an archive.</summary>
public static class Speakers
{
    /// <summary>Everybody who is said to have said something, in the order of the records.</summary>
    public static IReadOnlyList<Speaker> Of(Archive archive) => archive.ReadAsOne(Whole.Speaking, () =>
    {
        var (records, lists, speakers) = (archive.AllRecords(), archive.Tables.Lists, new List<Speaker>());
        for (var i = 0; i < records.Length; i++)
            if (lists.Of(Part.Said, i).Count is var sayings and > 0) speakers.Add(new(records[i], sayings, lists.Of(Part.Quoted, i).Count));
        return speakers;
    });
}
