namespace Generator.Modules;

/// <summary>A file of the site: its path relative to the output folder, with <c>/</c> between folders, and its bytes.</summary>
public sealed record OutputFile(string Path, byte[] Bytes);
