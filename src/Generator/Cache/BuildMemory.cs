namespace Generator.Cache;

/// <summary>
/// What a process that builds one site again and again remembers from one build to the next, so that it need not read it back from the disk. Whatever another process does to the cache meanwhile is noticed: then the cache counts.
/// </summary>
public sealed class BuildMemory : IDisposable
{
    private EarlierBuild? _last;
    private ArticleStore? _begun;
    private KeyListFile? _aside;
    private Func<EarlierBuild>? _next;
    private (string Site, string MadeFor, FileStamp? Stamp, FileStamp? Edit) _of;

    /// <summary>The earlier build of <paramref name="madeFor"/>, or null when nothing that can be trusted was kept in <paramref name="folder"/>.</summary>
    public EarlierBuild? Load(string folder, string madeFor)
    {
        var now = Now(folder, madeFor);
        if (now == _of && now.Stamp is not null)
        {
            if (_next is { } next)
            {
                (_last, _begun, _next) = (next(), null, null);
                _aside?.Dispose();
                _aside = null;
            }
            if (_last is not null) return _last;
        }
        Forget();
        (_last, _of) = (EarlierBuild.Load(folder, madeFor), now);
        return _last;
    }

    /// <summary>The store for a build that knows of none before, and a file for what its files are made from.</summary>
    public (ArticleStore Store, KeyListFile Aside) Begin(string folder)
    {
        Forget();
        return (_begun = ArticleStore.Begin(folder), _aside = KeyListFile.Begin(folder));
    }

    /// <summary>Keeps what a build learnt, in the folder and here; of an <paramref name="edit"/>, when that is little, no more than what it changes.</summary>
    public void Save(string folder, string madeFor, Func<Learnt> learnt, KeptEdit? edit)
    {
        _next = (edit is null ? null : _last!.Save(edit, folder)) ?? EarlierBuild.Save(folder, madeFor, learnt(), _last, _begun);
        _of = Now(folder, madeFor);
    }

    public void Forget()
    {
        _last?.Dispose();
        _begun?.Dispose();
        _aside?.Dispose();
        (_last, _begun, _aside, _next) = (null, null, null, null);
    }

    public void Dispose() => Forget();

    private static (string Site, string MadeFor, FileStamp? Stamp, FileStamp? Edit) Now(string folder, string madeFor) =>
        (EarlierBuild.PathIn(folder), madeFor, FileStamp.Of(EarlierBuild.PathIn(folder)), FileStamp.Of(EarlierBuild.PathOfEdit(folder)));
}
