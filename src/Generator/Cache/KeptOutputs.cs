using System.Collections;
using Generator.Bytes;

namespace Generator.Cache;

/// <summary>What is kept of the files of a site, in their order. Lists of keys that were put aside are read when it is gone through.</summary>
public sealed class KeptOutputs : IReadOnlyCollection<KeptOutput>
{
    private const long Here = -1;

    private readonly KeptOutput[] _outputs;
    private readonly KeyListFile? _aside;
    private readonly long[] _places;

    /// <summary>Of so many files, whose lists are put into <paramref name="aside"/>, or held when that is null.</summary>
    public KeptOutputs(int count, KeyListFile? aside) => (_outputs, _aside, _places) = (new KeptOutput[count], aside, aside is null ? [] : new long[count]);

    /// <summary>Those of an earlier build.</summary>
    public KeptOutputs(KeptOutput[] outputs) => (_outputs, _places) = (outputs, []);

    public int Count => _outputs.Length;

    /// <summary>What is kept of a file.</summary>
    public KeptOutput this[int number] => _aside is null || _places[number] == Here ? _outputs[number] : _outputs[number] with { Reads = _aside.Read(_places[number]) };

    /// <summary>Takes a file as an earlier build kept it.</summary>
    public void Set(int number, KeptOutput output)
    {
        _outputs[number] = output;
        if (_aside is not null) _places[number] = Here;
    }

    /// <summary>Takes a file that was made from these keys, which are put in order.</summary>
    public void Set(int number, FileStamp stamp, ulong? own, int[] reads)
    {
        if (_aside is null)
        {
            _outputs[number] = new(stamp, own, KeyList.Of(reads));
            return;
        }
        var to = ByteWriter.Lent();
        KeyList.Write(reads, to);
        (_outputs[number], _places[number]) = (new(stamp, own, default), _aside.Add(to.Written));
    }

    /// <summary>Remembers how a file stands on the disk now.</summary>
    public void Stands(int number, FileStamp stamp) => _outputs[number] = _outputs[number] with { Stamp = stamp };

    /// <summary>All in their order; of lists of keys it may have none.</summary>
    public IReadOnlyCollection<KeptOutput> WithoutReads => _outputs;

    public IEnumerator<KeptOutput> GetEnumerator()
    {
        for (var i = 0; i < _outputs.Length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
