namespace Benchmarks.Peers;

/// <summary>
/// A command that builds a site: the program, what it is given, the folder it runs in, where its output goes, and the folders that are emptied before each run.
/// </summary>
public sealed record PeerTool(string Name, string File, string[] Arguments, string Folder, string Output, string[] Emptied);
