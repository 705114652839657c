using System.Runtime.CompilerServices;

namespace Generator.Modules;

/// <summary>Names a part of pages by the identity of its value and of what draws it.</summary>
public readonly struct PartKey(object of, Delegate drawn) : IEquatable<PartKey>
{
    private readonly object _of = of;
    private readonly Delegate _drawn = drawn;

    public bool Equals(PartKey other) => ReferenceEquals(_of, other._of) && ReferenceEquals(_drawn, other._drawn);

    public override bool Equals(object? obj) => obj is PartKey other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_of) * 31 + RuntimeHelpers.GetHashCode(_drawn);
}

/// <summary>
/// The bytes of parts that were rendered or asked for of late, at most twice so many as <paramref name="most"/>. They lie behind each other in two long arrays: an array for each would be
/// moved again and again by collections of garbage before it dies. Belongs to one page at a time.
/// </summary>
public sealed class KeptHtml(int most)
{
    private Pile _new = new(most), _old = new(most);

    /// <summary>Those of a part, until the next is kept or asked for; empty when they are not kept, or no longer.</summary>
    public ReadOnlySpan<byte> Of(PartKey part)
    {
        if (_new.Of(part) is { IsEmpty: false } html) return html;
        var old = _old.Of(part);
        if (old.IsEmpty) return default;
        Keep(part, old);
        return _new.Of(part);
    }

    public void Keep(PartKey part, ReadOnlySpan<byte> html)
    {
        if (_new.Length + html.Length > most)
        {
            (_old, _new) = (_new, _old);
            _new.Clear();
        }
        _new.Add(part, html);
    }

    private sealed class Pile(int most)
    {
        private readonly Dictionary<PartKey, (int Start, int Length)> _parts = [];
        private byte[] _bytes = new byte[1 << 12];

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Of(PartKey part) => _parts.TryGetValue(part, out var at) ? _bytes.AsSpan(at.Start, at.Length) : default;

        public void Add(PartKey part, ReadOnlySpan<byte> html)
        {
            if (Length + html.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Math.Min(2 * _bytes.Length, most), Length + html.Length));
            html.CopyTo(_bytes.AsSpan(Length));
            _parts[part] = (Length, html.Length);
            Length += html.Length;
        }

        public void Clear()
        {
            _parts.Clear();
            Length = 0;
        }
    }
}
