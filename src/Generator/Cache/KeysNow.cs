using System.Collections.Immutable;
using Model;

namespace Generator.Cache;

/// <summary>Which parts of an archive hold the same as in an earlier build, by the keys that they have and had.</summary>
public sealed class KeysNow
{
    private static readonly int Parts = Enum.GetValues<Part>().Length;

    // Of each key of the earlier build the key of the same part now, or -1 when it is gone or holds something else.
    private readonly int[] _now;

    /// <summary>Compares an archive, whose parts have the fingerprints <paramref name="versions"/>, with an <paramref name="earlier"/> build; without one nothing is the same.</summary>
    public KeysNow(Archive archive, ulong[] versions, EarlierBuild? earlier)
    {
        (Records, Versions) = (archive.AllRecords(), versions);
        AreSame = earlier is not null && (earlier.Records == Records || earlier.Records.SequenceEqual(Records));
        _now = earlier is null ? [] : AreSame ? Same(earlier) : Found(earlier);
    }

    public ImmutableArray<Ref> Records { get; }

    /// <summary>The fingerprints by their keys.</summary>
    public ulong[] Versions { get; }

    /// <summary>Whether the records are those of the earlier build, so that every key is what it was.</summary>
    public bool AreSame { get; }

    /// <summary>Whether a part of the earlier build holds the same now.</summary>
    public bool Holds(int before) => _now[before] >= 0;

    /// <summary>The same of all parts of a list.</summary>
    public bool Hold(KeyList before) => before.All(_now, static (now, key) => now[key] >= 0);

    /// <summary>The keys that parts of the earlier build, which hold the same, have now.</summary>
    public KeyList Now(KeyList before) => AreSame ? before : KeyList.Of(Array.ConvertAll(before.ToArray(), key => _now[key]));

    private int[] Same(EarlierBuild earlier)
    {
        var keys = new int[Versions.Length];
        for (var key = 0; key < keys.Length; key++) keys[key] = Versions[key] == earlier.Versions[key] ? key : -1;
        return keys;
    }

    private int[] Found(EarlierBuild earlier)
    {
        var (before, now) = (earlier.Records.Length, Records.Length);
        var numbers = Records.Select((r, i) => (r, i)).ToDictionary(n => n.r, n => n.i);
        var recordNow = earlier.Records.Select(r => numbers.GetValueOrDefault(r, -1)).ToArray();
        var keys = new int[earlier.Versions.Length];
        for (var key = 0; key < keys.Length; key++)
        {
            var same = key >= Parts * before ? key - (Parts * before) + (Parts * now)
                : recordNow[key % before] is var record and >= 0 ? (key / before * now) + record : -1;
            keys[key] = same >= 0 && Versions[same] == earlier.Versions[key] ? same : -1;
        }
        return keys;
    }
}
