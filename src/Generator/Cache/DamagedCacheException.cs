namespace Generator.Cache;

/// <summary>The cache does not hold what it says it holds; the build starts again without it.</summary>
public sealed class DamagedCacheException : Exception;
