namespace Generator.Bytes;

/// <summary>A file of the cache does not hold what was written to it.</summary>
public sealed class DamagedFileException : Exception;
