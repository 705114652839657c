namespace Generator.Serving;

/// <summary>Calls back once after each burst of changes below <c>input/</c> and <c>seeds/</c>.</summary>
public sealed class WatchSources : IDisposable
{
    /// <summary>Editors save in several steps; what comes within this time is one change.</summary>
    private const int BurstMilliseconds = 30;

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Timer _timer;

    public WatchSources(string root, Action changed)
    {
        _timer = new(_ => changed());
        foreach (var folder in new[] { "input", "seeds" })
        {
            var path = Path.Combine(root, folder);
            if (!Directory.Exists(path)) continue;
            var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Touch;
            watcher.Created += Touch;
            watcher.Deleted += Touch;
            watcher.Renamed += Touch;
            watcher.Error += (_, _) => _timer.Change(BurstMilliseconds, Timeout.Infinite);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Ends when nothing calls back any more, so that what a call does is whole.</summary>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        using var ended = new ManualResetEvent(false);
        if (_timer.Dispose(ended)) ended.WaitOne();
    }

    private void Touch(object sender, FileSystemEventArgs change) => _timer.Change(BurstMilliseconds, Timeout.Infinite);
}
