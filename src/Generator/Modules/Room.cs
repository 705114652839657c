namespace Generator.Modules;

/// <summary>Room in memory that is used before garbage is collected, for what is to be ready soon.</summary>
public static class Room
{
    /// <summary>A process has one.</summary>
    private static readonly Lock Own = new();

    /// <summary>Less is of no use.</summary>
    public const long Least = 20_000_000;

    /// <summary>Makes room for so many bytes, or for as many as can be had; that of before ends.</summary>
    public static void Make(long bytes)
    {
        lock (Own)
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.Collect();
            try
            {
                // While the collector has one heap yet it gives less.
                while (!GC.TryStartNoGCRegion(bytes) && bytes > Least) bytes /= 2;
            }
            catch (InvalidOperationException)
            {
                // Seen once, where builds ran beside each other in one process: there still was room of which the mode did not tell. A build needs none to be right.
            }
        }
    }

    /// <summary>
    /// Ends it before much comes that does not stay. What stands in it is then old where it stands; when it is full, collections would move all of it twice, on one core: at 10,000 articles a hub renamed takes 6.8 s instead of
    /// 8.4, and 400 MB instead of 780.
    /// </summary>
    public static void End()
    {
        lock (Own)
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
    }
}
