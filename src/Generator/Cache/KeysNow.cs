using System.Collections.Immutable;
using Model;

namespace Generator.Cache;

/// <summary>Which parts of an archive hold the same as in an earlier build, by the keys that they have and had.</summary>
public sealed class KeysNow
{
    // Of each key of the earlier build, whether the same part holds the same now: a bit each, because all lists of keys of a site are looked through.
    private readonly ulong[] _holds;

    // And the key that it has now; null when every key is what it was.
    private readonly int[]? _now;

    /// <summary>Compares an archive, whose parts have the fingerprints <paramref name="versions"/>, with an <paramref name="earlier"/> build; without one nothing is the same.</summary>
    public KeysNow(Archive archive, ulong[] versions, EarlierBuild? earlier)
    {
        (Records, Versions) = (archive.AllRecords(), versions);
        AreSame = earlier is not null && (earlier.Records == Records || earlier.Records.SequenceEqual(Records));
        _now = earlier is null || AreSame ? null : Now(earlier, archive.Keys);
        _holds = earlier is null ? [] : Held(earlier.Versions);
    }

    public ImmutableArray<Ref> Records { get; }

    /// <summary>The fingerprints by their keys.</summary>
    public ulong[] Versions { get; }

    /// <summary>Whether the records are those of the earlier build, so that every key is what it was.</summary>
    public bool AreSame { get; }

    /// <summary>Whether a part of the earlier build holds the same now.</summary>
    public bool Holds(int before) => (_holds[before >> 6] & (1ul << before)) != 0;

    /// <summary>The same of all parts of a list.</summary>
    public bool Hold(KeyList before) => before.AreIn(_holds);

    /// <summary>The keys that parts of the earlier build, which hold the same, have now.</summary>
    public KeyList Now(KeyList before) => AreSame ? before : KeyList.Of(Array.ConvertAll(before.ToArray(), key => _now![key]));

    private ulong[] Held(ulong[] before)
    {
        var holds = new ulong[(before.Length + 63) / 64];
        for (var key = 0; key < before.Length; key++)
        {
            var now = _now is null ? key : _now[key];
            if (now >= 0 && Versions[now] == before[key]) holds[key >> 6] |= 1ul << key;
        }
        return holds;
    }

    /// <summary>Of each key of an earlier build the key of the same part now, or -1 when it is gone.</summary>
    private int[] Now(EarlierBuild earlier, Keys now)
    {
        var before = earlier.Keys;
        var numbers = Records.Select((r, i) => (r, i)).ToDictionary(n => n.r, n => n.i);
        var keys = new int[before.Count];
        for (var i = 0; i < earlier.Records.Length; i++)
        {
            var record = numbers.GetValueOrDefault(earlier.Records[i], -1);
            foreach (var part in before.PartsOf(i)) keys[before.Of(part, i)] = record < 0 ? -1 : now.Of(part, record);
            if (earlier.Records[i].Kind == Kind.Article) continue;
            for (var year = 0; year < Keys.Years; year++) keys[before.Of(year, i)] = record < 0 ? -1 : now.Of(year, record);
        }
        for (var i = 0; i < before.Count - before.FirstOfWhole; i++) keys[before.FirstOfWhole + i] = now.FirstOfWhole + i;
        return keys;
    }
}
