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
    private readonly EarlierBuild? _earlier;
    private readonly Task<IReadOnlySet<string>>? _disturbed;
    private readonly KeysNow _keys;
    private readonly ThreadLocal<ReadLog> _log;
    private readonly IReadOnlyList<OutputFile?> _files;
    private readonly KeptOutputs _outputs;

    // Very many files are made from one part alone, those of the search index above all.
    private readonly ConcurrentDictionary<int, KeyList> _single = [];

    private int _made;

    private MakeSite(IReadOnlyList<OutputFile?> files, KeptOutputs outputs, Archive archive, KeysNow keys, EarlierBuild? earlier, Task<IReadOnlySet<string>>? disturbed)
    {
        (_files, _outputs, _keys, _earlier, _disturbed) = (files, outputs, keys, earlier, disturbed);
        _log = new(() => new(archive));
    }

    /// <param name="files">The files of the site, each named here by its place among them.</param>
    /// <param name="archive">What the site is made from.</param>
    /// <param name="keys">Which of its parts are as an earlier build found them.</param>
    /// <param name="earlier">What an earlier build of the same site learnt.</param>
    /// <param name="disturbed">The files of that build which no longer stand as it left them; null when there was none.</param>
    /// <param name="aside">Takes what the files are made from; null to hold it.</param>
    public MakeSite(IReadOnlyList<OutputFile> files, Archive archive, KeysNow keys, EarlierBuild? earlier, Task<IReadOnlySet<string>>? disturbed, KeyListFile? aside = null)
        : this(files, new(files.Count, aside), archive, keys, earlier, disturbed) { }

    /// <summary>Of the files of an earlier build, which are planned as they were, those that <paramref name="some"/> is not null for; the others stand as they would be made.</summary>
    public static MakeSite Some(OutputFile?[] some, Archive archive, KeysNow keys, EarlierBuild earlier, Task<IReadOnlySet<string>> disturbed) =>
        new(some, new((KeptOutput[])earlier.Site.Outputs.Clone()), archive, keys, earlier, disturbed);

    /// <summary>How many files were made so far.</summary>
    public int Made => _made;

    /// <summary>Whether the file stands in its place as it would be made.</summary>
    public bool IsCurrent(int number)
    {
        var file = _files[number]!;
        if (Before(file) is not { } kept || file.Own is null || kept.Own != file.Own || !_keys.Hold(kept.Reads)) return false;
        if (_disturbed!.Result.Contains(file.Path)) return false;
        _outputs.Set(number, kept with { Reads = _keys.Now(kept.Reads) });
        return true;
    }

    /// <summary>The bytes of the file, until the same thread makes another.</summary>
    public ReadOnlyMemory<byte> Make(int number)
    {
        var bytes = _log.Value!.During(_files[number]!.Lend, out var reads);
        Interlocked.Increment(ref _made);
        Keep(number, default, reads);
        return bytes;
    }

    /// <summary>Whether the file, which is not current, is known to stand as it would be made all the same.</summary>
    public bool Stays(int number)
    {
        var file = _files[number]!;
        if (file.IsAsBefore is null || Before(file) is not { } kept || _disturbed!.Result.Contains(file.Path)) return false;
        if (!_log.Value!.During(file.IsAsBefore, out var reads)) return false;
        Keep(number, kept.Stamp, reads);
        return true;
    }

    /// <summary>
    /// Takes those of <paramref name="some"/> away of which it is known before they are made that they stand as they would be made: most files of the search. What the others are made from has to be held until they are.
    /// </summary>
    public object[] LetStand(OutputFile?[] some)
    {
        int[] known = [.. Enumerable.Range(0, some.Length).Where(i => some[i]?.IsAsBefore is not null)];
        object[] groundwork = [.. known.Select(i => some[i]!.Groundwork).OfType<Func<object>>().Distinct().Select(of => of())];
        InParallel.Each(known, i =>
        {
            if (Stays(i)) some[i] = null;
        });
        return groundwork;
    }

    /// <summary>The search index of the earlier build, with <paramref name="read"/> to read a file of the site that it left; null when there is none, or it is not as it was left.</summary>
    public EarlierIndex? EarlierIndex(Func<string, byte[]> read)
    {
        if (_earlier is null || SearchIndex.Paths(_earlier.Searched.Length).Any(p => _earlier.Site.Of(SearchIndex.Folder + p) is null || _disturbed!.Result.Contains(SearchIndex.Folder + p))) return null;
        var (searched, before) = (_earlier.Searched, _earlier.Keys);
        return new([.. searched.Select(record => _earlier.Records[record])], number => _keys.Holds(before.Of(Part.Searched, searched[number])), path => read(SearchIndex.Folder + path));
    }

    /// <summary>Remembers how a file that was made stands on the disk now.</summary>
    public void Stands(int number, FileStamp stamp) => _outputs.Stands(number, stamp);

    /// <summary>What is to be kept of the files, in their order.</summary>
    public KeptOutputs Outputs => _outputs;

    private KeptOutput? Before(OutputFile file) => _earlier?.Site.Of(file.Path);

    private void Keep(int number, FileStamp stamp, int[] reads)
    {
        var own = _files[number]!.Own;
        if (reads is [var single]) _outputs.Set(number, new(stamp, own, _single.GetOrAdd(single, key => KeyList.Of([key]))));
        else _outputs.Set(number, stamp, own, reads);
    }
}
