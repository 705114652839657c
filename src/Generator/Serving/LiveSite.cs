using System.Globalization;
using System.Threading.Channels;
using Generator.Cache;
using Generator.Editing;
using Generator.Modules;
using Generator.Verbs;

namespace Generator.Serving;

/// <summary>
/// The site while it is served: rebuilt when asked, its last good state on disk, the problems of the last try in memory, and everybody who wants to know told. While a new state is being written, its files
/// are made as they are asked for, so that an editor need not wait for all of them.
/// </summary>
public sealed class LiveSite(BuildOptions options, string output, Report report) : IDisposable
{
    /// <summary>How long the writing of a site waits for those who look at it, at most, and how long after their last request; milliseconds.</summary>
    private const int LongestLook = 600, Quiet = 120;

    /// <summary>Room for what a build makes, in bytes.</summary>
    private const long LeastRoom = 8_000_000, MostRoom = 240_000_000;

    private readonly Lock _building = new();
    private readonly BuildMemory _memory = new();
    private readonly List<Channel<string>> _listeners = [];
    private readonly ReaderWriterLockSlim _planning = new();
    private Dictionary<string, OutputFile>? _planned;
    private object? _groundwork;
    private long _lastAsked, _version = DateTime.UtcNow.Ticks;
    private bool _ended;

    /// <summary>The problems of the last build as plain text, empty when it went well.</summary>
    public string Problems { get; private set; } = "";

    /// <summary>Names the state of the site that pages are made from now on; another server, or another build, has another.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>What the last build found, warnings too.</summary>
    public IReadOnlyList<Problem> Found { get; private set; } = [];

    /// <summary>
    /// Builds for the root of the preview server; the address of site.yaml is for the published site. Those who listen are told when the site or its problems are others than before.
    /// </summary>
    public void Rebuild() => Rebuild(Telling.All);

    /// <summary>Builds after a change of one file, at <paramref name="path"/> below the root; a change that makes problems anywhere is taken back, and they are given.</summary>
    public IReadOnlyList<Problem> Try(string path, byte[] before, byte[] after)
    {
        lock (_building)
        {
            // Of a change that is taken back again nobody else hears.
            var telling = Telling.WhenGood;
            return TryEdit.Write(options.Root, path, before, after, Found, () =>
            {
                var built = Rebuild(telling);
                telling = Telling.Nothing;
                return built ? Found : null;
            });
        }
    }

    private enum Telling { All, WhenGood, Nothing }

    /// <summary>False when a file or folder could not be read or written, so that nothing is known.</summary>
    private bool Rebuild(Telling telling)
    {
        lock (_building)
        {
            if (_ended) return false;
            var problems = new Problems();
            var allocated = GC.GetTotalAllocatedBytes();
            var (before, told, built) = (Problems, false, false);
            try
            {
                var clock = System.Diagnostics.Stopwatch.StartNew();
                var (pages, written, _) = WriteSite.To(output, options with { BaseUrl = "http://127.0.0.1/" }, clean: false, problems, _ => { }, report, site =>
                {
                    Plan(site);
                    if (site is null || telling == Telling.Nothing) return;
                    Problems = "";
                    Tell("reload");
                    told = true;
                    LetThemLook();
                }, _memory);
                if (written is not null) report.Result(string.Create(CultureInfo.InvariantCulture, $"{Count.Of(pages, "page")}; {Count.Of(written.New, "file")} written; {clock.Elapsed.TotalSeconds:0.00} s"));
                var found = Found = problems.Sorted();
                report.Problems(found, problems.Stop(options.Strict) ? "the last good site stays" : "the build goes on");
                var sources = new SourceLines(options.Root);
                Problems = problems.Stop(options.Strict) ? string.Join("\n\n", found.Select(p => Report.Plain(p, sources))) : "";
                built = true;
            }
            catch (OperationCanceledException) when (options.Stop.IsCancellationRequested)
            {
                return false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
            {
                // A file that is just being saved may be locked or gone; the next change tries again.
                Problems = e.Message;
                report.Note(Problems);
            }
            if (Problems.Length > 0 && telling == Telling.All) Tell("problems");
            if (Problems.Length == 0 && !told && before.Length > 0 && telling != Telling.Nothing) Tell("reload");
            MakeRoom(GC.GetTotalAllocatedBytes() - allocated);
            return built;
        }
    }

    /// <summary>
    /// Collects garbage now that nobody waits, and makes room for the next build, which took so many bytes this time: otherwise a collection comes in the middle of it, before its page can be shown. At 10,000
    /// articles one takes 0.2 s.
    /// </summary>
    private static void MakeRoom(long bytes)
    {
        GC.Collect();
        Room.Make(Math.Clamp(bytes, LeastRoom, MostRoom));
    }

    /// <summary>Writing takes the whole machine, so those who were told load their page first.</summary>
    private void LetThemLook()
    {
        lock (_listeners)
            if (_listeners.Count == 0) return;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = Interlocked.Read(ref _lastAsked);
        while (clock.ElapsedMilliseconds < LongestLook && (Interlocked.Read(ref _lastAsked) is var last && (last == before || Environment.TickCount64 - last < Quiet))) Thread.Sleep(10);
    }

    /// <summary>A file of the site that is being written, made now; null when none is, or it has no such file.</summary>
    public byte[]? Make(string path)
    {
        Interlocked.Exchange(ref _lastAsked, Environment.TickCount64);
        _planning.EnterReadLock();
        try
        {
            var file = _planned?.GetValueOrDefault(path);
            // Held until the site is written: a search asks for several files that are made from it.
            if (file?.Groundwork is { } groundwork) _groundwork = groundwork();
            return file?.Make();
        }
        catch (DamagedCacheException)
        {
            // The site took its place while the file was made of what was there before; it stands in the folder now.
            return null;
        }
        finally
        {
            _planning.ExitReadLock();
        }
    }

    private void Plan(BuiltSite? site)
    {
        var files = site?.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        _planning.EnterWriteLock();
        try
        {
            (_planned, _groundwork) = (files, null);
            if (files is not null) Interlocked.Increment(ref _version);
        }
        finally
        {
            _planning.ExitWriteLock();
        }
    }

    /// <summary>What happens from now on: <c>reload</c> or <c>problems</c>.</summary>
    public ChannelReader<string> Listen()
    {
        var channel = Channel.CreateUnbounded<string>();
        lock (_listeners) _listeners.Add(channel);
        return channel.Reader;
    }

    public void Forget(ChannelReader<string> reader)
    {
        lock (_listeners) _listeners.RemoveAll(c => c.Reader == reader);
    }

    private void Tell(string what)
    {
        lock (_listeners)
            foreach (var listener in _listeners) listener.Writer.TryWrite(what);
    }

    /// <summary>Waits for the build that runs, so that what it writes is whole, and begins no other.</summary>
    public void Dispose()
    {
        lock (_building) _ended = true;
        Plan(null);
        _planning.Dispose();
        _memory.Dispose();
    }
}
