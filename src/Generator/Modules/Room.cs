namespace Generator.Modules;

/// <summary>Room in memory that is used before garbage is collected, for what is to be ready soon.</summary>
public static class Room
{
    /// <summary>A process has one.</summary>
    private static readonly Lock Own = new();

    /// <summary>Makes room for so many bytes; that of before ends.</summary>
    public static void Make(long bytes)
    {
        lock (Own)
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.Collect();
            GC.TryStartNoGCRegion(bytes);
        }
    }
}
