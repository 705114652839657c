namespace Generator.Modules;

/// <summary>Something large that is made when it is first asked for and stays as long as somebody holds it; after that it is made again. Safe to ask from several threads.</summary>
public sealed class Held<T>(Func<T> make) where T : class
{
    private readonly Lock _making = new();
    private readonly WeakReference<T?> _made = new(null);

    public T Value
    {
        get
        {
            lock (_making)
            {
                if (_made.TryGetTarget(out var made)) return made;
                made = make();
                _made.SetTarget(made);
                return made;
            }
        }
    }
}
