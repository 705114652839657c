using System.Collections.Concurrent;
using System.Collections.Immutable;
using Generator.Modules;
using Generator.Search;
using Model;

namespace Generator.Cache;

/// <summary>
/// Makes the files of a site and notes what each was made from, so that those which an earlier build made from the same need not be made again. Safe to ask from several threads.
/// </summary>
public sealed class MakeSite
{
    private static readonly int Parts = Enum.GetValues<Part>().Length;

    private readonly EarlierBuild? _earlier;
    private readonly Task<IReadOnlySet<string>>? _disturbed;
    private readonly ImmutableArray<Ref> _records;
    private readonly ulong[] _versions;
    private readonly int[] _searched;
    private readonly ThreadLocal<ReadLog> _log;
    private readonly IReadOnlyList<OutputFile> _files;
    private readonly KeptOutputs _outputs;

    // Very many files are made from one part alone, those of the search index above all.
    private readonly ConcurrentDictionary<int, KeyList> _single = [];

    private int _made;

    // The records are the same, so the keys that still hold are the same too.
    private readonly bool _sameKeys;

    // Of each key of the earlier build the key of the same part now, or -1 when it is gone or holds something else.
    private readonly int[] _keyNow;

    /// <param name="files">The files of the site, each named here by its place among them.</param>
    /// <param name="archive">What the site is made from.</param>
    /// <param name="versions">Its fingerprints.</param>
    /// <param name="earlier">What an earlier build of the same site learnt.</param>
    /// <param name="disturbed">The files of that build which no longer stand as it left them; null when there was none.</param>
    /// <param name="aside">Takes what the files are made from; null to hold it.</param>
    public MakeSite(IReadOnlyList<OutputFile> files, Archive archive, ulong[] versions, EarlierBuild? earlier, Task<IReadOnlySet<string>>? disturbed, KeyListFile? aside = null)
    {
        (_files, _earlier, _versions, _records, _disturbed) = (files, earlier, versions, archive.AllRecords(), disturbed);
        _searched = [.. archive.Articles.Reverse().Select(a => a.Number)];
        _outputs = new(files.Count, aside);
        _log = new(() => new(archive));
        _keyNow = earlier is null ? [] : KeysNow(earlier);
        _sameKeys = earlier is not null && earlier.Records.SequenceEqual(_records);
    }

    /// <summary>How many files were made so far.</summary>
    public int Made => _made;

    /// <summary>Whether the file stands in its place as it would be made.</summary>
    public bool IsCurrent(int number)
    {
        var file = _files[number];
        if (_earlier is null || !_earlier.Outputs.TryGetValue(file.Path, out var kept) || file.Own is null || kept.Own != file.Own) return false;
        if (!kept.Reads.All(_keyNow, static (now, key) => now[key] >= 0)) return false;
        if (_disturbed!.Result.Contains(file.Path)) return false;
        _outputs.Set(number, _sameKeys ? kept : kept with { Reads = KeyList.Of(Array.ConvertAll(kept.Reads.ToArray(), key => _keyNow[key])) });
        return true;
    }

    /// <summary>The bytes of the file, until the same thread makes another.</summary>
    public ReadOnlyMemory<byte> Make(int number)
    {
        var bytes = _log.Value!.During(_files[number].Lend, out var reads);
        Interlocked.Increment(ref _made);
        Keep(number, default, reads);
        return bytes;
    }

    /// <summary>Whether the file, which is not current, is known to stand as it would be made all the same.</summary>
    public bool Stays(int number)
    {
        var file = _files[number];
        if (file.IsAsBefore is null || _earlier is null || !_earlier.Outputs.TryGetValue(file.Path, out var kept) || _disturbed!.Result.Contains(file.Path)) return false;
        if (!_log.Value!.During(file.IsAsBefore, out var reads)) return false;
        Keep(number, kept.Stamp, reads);
        return true;
    }

    /// <summary>The search index of the earlier build, with <paramref name="read"/> to read a file of the site that it left; null when there is none, or it is not as it was left.</summary>
    public EarlierIndex? EarlierIndex(Func<string, byte[]> read)
    {
        if (_earlier is null || SearchIndex.Paths(_earlier.Searched.Length).Any(p => !_earlier.Outputs.ContainsKey(SearchIndex.Folder + p) || _disturbed!.Result.Contains(SearchIndex.Folder + p))) return null;
        var (searched, before) = (_earlier.Searched, _earlier.Records.Length);
        return new([.. searched.Select(record => _earlier.Records[record])], number => Versions.SearchedOfOne.All(part => _keyNow[((int)part * before) + searched[number]] >= 0), path => read(SearchIndex.Folder + path));
    }

    /// <summary>Remembers how a file that was made stands on the disk now.</summary>
    public void Stands(int number, FileStamp stamp) => _outputs.Stands(number, stamp);

    /// <summary>What the next build may know.</summary>
    public Learnt ToKeep(bool clean, int pages, SourceFiles sources, SoughtNames names, IReadOnlyDictionary<string, KeptFile> articles) =>
        new(clean, sources.Listed, pages, names, sources.ToKeep(), [.. _files.Select(f => f.Path)], _outputs, articles, _records, _versions, _searched);

    private void Keep(int number, FileStamp stamp, int[] reads)
    {
        if (reads is [var single]) _outputs.Set(number, new(stamp, _files[number].Own, _single.GetOrAdd(single, key => KeyList.Of([key]))));
        else _outputs.Set(number, stamp, _files[number].Own, reads);
    }

    private int[] KeysNow(EarlierBuild earlier)
    {
        var (before, now) = (earlier.Records.Length, _records.Length);
        var numbers = _records.Select((r, i) => (r, i)).ToDictionary(n => n.r, n => n.i);
        var recordNow = earlier.Records.Select(r => numbers.GetValueOrDefault(r, -1)).ToArray();
        var keys = new int[earlier.Versions.Length];
        for (var key = 0; key < keys.Length; key++)
        {
            var same = key >= Parts * before ? key - (Parts * before) + (Parts * now)
                : recordNow[key % before] is var record and >= 0 ? (key / before * now) + record : -1;
            keys[key] = same >= 0 && _versions[same] == earlier.Versions[key] ? same : -1;
        }
        return keys;
    }
}
