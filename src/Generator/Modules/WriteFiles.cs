using System.Text;

namespace Generator.Modules;

/// <summary>What writing a site did.</summary>
public sealed record Written(int New, int Unchanged, int Removed);

/// <summary>
/// Writes a site into its folder, all or nothing. What differs is first written beside the site (<c>.archive/staging</c>), then a journal says that all
/// of it is there, then the files are moved into place and stale ones removed. A build that was killed before the journal left the old
/// site; one killed after it left a journal, which the next build carries out before anything else. Only files of the manifest
/// (<c>.archive/manifest</c>) are ever replaced or removed.
/// </summary>
public sealed class WriteFiles
{
    public const string OwnFolder = ".archive", ManifestPath = OwnFolder + "/manifest";

    private readonly string _output, _staging, _journal, _manifest;

    private WriteFiles(string output)
    {
        _output = output;
        _staging = Path.Combine(output, OwnFolder, "staging");
        _journal = Path.Combine(output, OwnFolder, "journal");
        _manifest = Path.Combine(output, ManifestPath);
    }

    /// <summary>Writes the files; waits while another build writes into the same folder. <paramref name="all"/> also writes what has not changed.</summary>
    /// <exception cref="ForeignFileException">A file of the site stands in the folder and no build wrote it.</exception>
    public static Written To(string output, IReadOnlyCollection<OutputFile> files, bool all, Action waiting)
    {
        Directory.CreateDirectory(Path.Combine(output, OwnFolder));
        using var only = Lock(Path.Combine(output, OwnFolder, "lock"), waiting);
        var writing = new WriteFiles(output);
        writing.Recover();
        return writing.Write(files, all);
    }

    private static FileStream Lock(string path, Action waiting)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (tries == 0) waiting();
                Thread.Sleep(50);
            }
        }
    }

    private void Recover()
    {
        if (File.Exists(_journal)) Carry(File.ReadAllLines(_journal));
        else if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    private Written Write(IReadOnlyCollection<OutputFile> files, bool all)
    {
        var ours = File.Exists(_manifest) ? File.ReadAllLines(_manifest).ToHashSet(StringComparer.Ordinal) : [];
        var changed = files.AsParallel().AsOrdered().Where(f => all || Differs(f)).ToList();
        foreach (var file in changed)
            if (!ours.Contains(file.Path) && Path.Exists(FullPath(file.Path)) && Differs(file)) throw new ForeignFileException(file.Path);
        var paths = files.Select(f => f.Path).Order(StringComparer.Ordinal).ToList();
        var stale = ours.Except(paths, StringComparer.Ordinal).Where(p => File.Exists(FullPath(p))).Order(StringComparer.Ordinal).ToList();
        if (changed.Count > 0 || stale.Count > 0 || !ours.SetEquals(paths))
        {
            Directory.CreateDirectory(_staging);
            Parallel.For(0, changed.Count, i => File.WriteAllBytes(Staged(i), changed[i].Bytes));
            List<string> journal = [.. changed.Select(f => "write " + f.Path), .. stale.Select(p => "remove " + p), .. paths.Select(p => "keep " + p)];
            WriteWhole(_journal, journal);
            Carry(journal);
        }
        return new(changed.Count, files.Count - changed.Count, stale.Count);
    }

    /// <summary>Does what a journal says. Doing it again after it was cut short does the rest.</summary>
    private void Carry(IReadOnlyList<string> journal)
    {
        var paths = new List<string>();
        var staged = 0;
        foreach (var line in journal)
        {
            var space = line.IndexOf(' ');
            var (what, path) = (line[..space], line[(space + 1)..]);
            if (what == "write") Place(Staged(staged++), FullPath(path));
            else if (what == "remove") Remove(FullPath(path));
            else paths.Add(path);
        }
        WriteWhole(_manifest, paths);
        File.Delete(_journal);
        if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    private static void Place(string staged, string path)
    {
        if (!File.Exists(staged)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(staged, path, overwrite: true);
    }

    private void Remove(string path)
    {
        if (File.Exists(path)) File.Delete(path);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > _output.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder)) continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }

    private bool Differs(OutputFile file)
    {
        var info = new FileInfo(FullPath(file.Path));
        return !info.Exists || info.Length != file.Bytes.Length || !File.ReadAllBytes(info.FullName).AsSpan().SequenceEqual(file.Bytes);
    }

    private static void WriteWhole(string path, IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append('\n');
        File.WriteAllText(path + ".new", text.ToString());
        File.Move(path + ".new", path, overwrite: true);
    }

    private string FullPath(string path) => Path.Combine(_output, path.Replace('/', Path.DirectorySeparatorChar));

    private string Staged(int number) => Path.Combine(_staging, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A file that a build wants to write is already there and no build wrote it. The message names it.</summary>
public sealed class ForeignFileException(string path)
    : Exception($"the output folder holds {path}, which no build wrote and the site needs; move it away, or put it into input/assets/ if it belongs to the site");
