using System.Globalization;
using System.Text;

namespace Generator.Modules;

/// <summary>
/// Says how the files that were put aside come into a site one by one, so that a build that is killed on the way can be finished by the next: from the moment that the journal stands, the site is the next one.
/// </summary>
/// <param name="path">Where it stands; it is gone once all is done.</param>
/// <param name="output">The folder of the site.</param>
/// <param name="staging">The folder of what was put aside; it goes with the journal.</param>
/// <param name="manifest">The list of the site's files.</param>
internal sealed class Journal(string path, string output, string staging, string manifest)
{
    /// <summary>The place of a file that is put aside under a number.</summary>
    public string Staged(int number) => Path.Combine(staging, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Moves files that were put aside into their places and removes the <paramref name="stale"/>. When <paramref name="files"/> is not empty, the site has these from now on; else it has those that it had.
    /// </summary>
    public void Move(IEnumerable<(int Number, string Path)> aside, IEnumerable<string> stale, IEnumerable<string> files)
    {
        List<string> lines = [.. aside.Select(a => $"place {a.Number} {a.Path}"), .. stale.Select(p => "remove " + p), .. files.Select(p => "keep " + p)];
        WriteWhole(path, lines);
        Carry(lines);
    }

    /// <summary>Does what the journal of a build that was killed says; false when there is none.</summary>
    public bool CarryOut()
    {
        if (!File.Exists(path)) return false;
        Carry(File.ReadAllLines(path));
        return true;
    }

    // Doing it again after it was cut short does the rest.
    private void Carry(IReadOnlyList<string> lines)
    {
        var (files, inOrder) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ');
            var (what, file) = (line[..space], line[(space + 1)..]);
            if (what == "place" && file.IndexOf(' ') is var end) Place(Staged(int.Parse(file[..end], CultureInfo.InvariantCulture)), FullPath(file[(end + 1)..]));
            // Versions before this one numbered what was put aside by its place in the journal.
            else if (what == "write") Place(Staged(inOrder++), FullPath(file));
            else if (what == "remove") Remove(FullPath(file));
            else files.Add(file);
        }
        if (files.Count > 0) WriteWhole(manifest, files);
        File.Delete(path);
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
    }

    private static void Place(string staged, string place)
    {
        if (!File.Exists(staged)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(staged, place, overwrite: true);
    }

    private void Remove(string file)
    {
        if (File.Exists(file)) File.Delete(file);
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > output.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder)) continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }

    private static void WriteWhole(string file, IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append('\n');
        File.WriteAllText(file + ".new", text.ToString());
        File.Move(file + ".new", file, overwrite: true);
    }

    private string FullPath(string file) => Path.Combine(output, file.Replace('/', Path.DirectorySeparatorChar));
}
