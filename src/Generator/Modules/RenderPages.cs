using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Model;
using Theme.Parts;

namespace Generator.Modules;

// The analyzer warns that the render tree may change with the framework. A test compares every page with what the framework's own renderer makes of it.
#pragma warning disable BL0005, BL0006

/// <summary>
/// Renders the pages of a site through the theme, as UTF-8 without a byte order mark and with LF line ends. The components fill the framework's render tree, and this writes the tree: the
/// framework's own renderer of static HTML also compares each tree with the one before, for pages that live. Parts that look the same on many pages are kept for a while. Safe to ask from several threads.
/// </summary>
/// <param name="articles">How many articles the site has: pages of one year show the more parts in common.</param>
public sealed class RenderPages(int articles = 0)
{
    // Without this encoder é would be written as &#xE9;.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The ASCII characters that the encoder leaves as they are.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => Encoder.Encode(c.ToString()).Length == 1)]);

    private static readonly SearchValues<char> OtherLineEnds = SearchValues.Create("\r\f\u0085\u2028\u2029");

    private static readonly HashSet<string> Void = new(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo> Parameters = [];

    // Parts that were made of late are asked for most: pages that show the same stand near each other. There are as many as pages at a time; the threads of the pool are more by and by.
    private readonly ConcurrentBag<KeptHtml> _kept = [];

    [ThreadStatic]
    private static Tree? _tree;

    /// <summary>The bytes of the page, until this thread renders another.</summary>
    public ReadOnlyMemory<byte> ToHtml(Page page)
    {
        if (!_kept.TryTake(out var kept)) kept = new(most: Math.Max(2_000_000, articles * 40));
        var html = (_tree ??= new()).Write(new Theme.Site { Page = page }, kept);
        _kept.Add(kept);
        return html;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "BuildRenderTree")]
    private static extern void Build(ComponentBase component, RenderTreeBuilder builder);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "OnParametersSet")]
    private static extern void ParametersSet(ComponentBase component);

    /// <summary>The trees and the text of one page at a time; kept by a thread, because a new one for each page was most of the memory that pages took.</summary>
    private sealed class Tree
    {
        /// <summary>The room that a longer page took is let go: with 100,000 articles some pages have 20 MB, and each thread of the pool comes to make one.</summary>
        private const int LongestKept = 1 << 21;

        private readonly List<RenderTreeBuilder> _builders = [];
        private KeptHtml _kept = null!;
        private byte[] _html = new byte[1 << 16];
        private char[] _encoded = new char[1 << 10];
        private int _length, _depth;

        public ReadOnlyMemory<byte> Write(ComponentBase root, KeptHtml kept)
        {
            if (_html.Length > LongestKept) _html = new byte[1 << 16];
            (_length, _depth, _kept) = (0, 0, kept);
            Component(root);
            return _html.AsMemory(0, _length);
        }

        private void Component(ComponentBase component)
        {
            ParametersSet(component);
            var builder = Builder();
            Build(component, builder);
            Built(builder);
        }

        private void Part(Look look)
        {
            var key = new PartKey(look.Of, look.Drawn);
            if (look.Kept && _kept.Of(key) is { IsEmpty: false } html)
            {
                Raw(html);
                return;
            }
            var (start, builder) = (_length, Builder());
            look.Inside(builder);
            Built(builder);
            if (look.Kept) _kept.Keep(key, _html.AsSpan(start, _length - start));
        }

        private RenderTreeBuilder Builder()
        {
            if (_builders.Count == _depth) _builders.Add(new());
            var builder = _builders[_depth++];
            builder.Clear();
            return builder;
        }

        private void Built(RenderTreeBuilder builder)
        {
            var frames = builder.GetFrames();
            Frames(frames.Array.AsSpan(0, frames.Count));
            _depth--;
        }

        private void Frames(ReadOnlySpan<RenderTreeFrame> frames)
        {
            for (var at = 0; at < frames.Length;)
            {
                ref readonly var frame = ref frames[at];
                switch (frame.FrameType)
                {
                    case RenderTreeFrameType.Element:
                        Element(frame.ElementName, frames.Slice(at + 1, frame.ElementSubtreeLength - 1));
                        at += frame.ElementSubtreeLength;
                        break;
                    case RenderTreeFrameType.Text:
                        Encoded(frame.TextContent);
                        at++;
                        break;
                    case RenderTreeFrameType.Markup:
                        var markup = frame.MarkupContent;
                        Raw(markup.AsSpan().ContainsAny(OtherLineEnds) ? markup.ReplaceLineEndings("\n") : markup);
                        at++;
                        break;
                    case RenderTreeFrameType.Region:
                        at++;
                        break;
                    case RenderTreeFrameType.Component:
                        var inside = frames.Slice(at + 1, frame.ComponentSubtreeLength - 1);
                        if (frame.ComponentType == typeof(ApartPart)) Part((Look)inside[0].AttributeValue!);
                        else Component(Made(frame.ComponentType, inside));
                        at += frame.ComponentSubtreeLength;
                        break;
                    default:
                        throw new InvalidOperationException($"A static page has no use for a frame of the kind {frame.FrameType}.");
                }
            }
        }

        private void Element(string name, ReadOnlySpan<RenderTreeFrame> inside)
        {
            Raw((byte)'<');
            Name(name);
            var at = 0;
            for (; at < inside.Length && inside[at].FrameType == RenderTreeFrameType.Attribute; at++) Attribute(inside[at].AttributeName, inside[at].AttributeValue);
            if (at == inside.Length && Void.Contains(name))
            {
                Raw(" />"u8);
                return;
            }
            Raw((byte)'>');
            Frames(inside[at..]);
            Raw("</"u8);
            Name(name);
            Raw((byte)'>');
        }

        private void Attribute(string name, object? value)
        {
            if (value is null or false) return;
            Raw((byte)' ');
            Name(name);
            if (value is true) return;
            Raw("=\""u8);
            Encoded(value as string ?? throw new InvalidOperationException($"The attribute {name} is no text."));
            Raw((byte)'"');
        }

        [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Components come from the theme, of which nothing is trimmed.")]
        [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Components come from the theme, of which nothing is trimmed.")]
        private static ComponentBase Made(Type type, ReadOnlySpan<RenderTreeFrame> parameters)
        {
            var component = (ComponentBase)Activator.CreateInstance(type)!;
            foreach (ref readonly var parameter in parameters)
            {
                var key = (type, parameter.AttributeName);
                if (!Parameters.TryGetValue(key, out var property)) Parameters[key] = property = type.GetProperty(parameter.AttributeName)!;
                property.SetValue(component, parameter.AttributeValue);
            }
            return component;
        }

        private void Raw(byte ascii)
        {
            Reserve(1);
            _html[_length++] = ascii;
        }

        private void Raw(ReadOnlySpan<byte> bytes)
        {
            Reserve(bytes.Length);
            bytes.CopyTo(_html.AsSpan(_length));
            _length += bytes.Length;
        }

        /// <summary>Writes the name of an element or attribute: a few ASCII letters, for which a loop is sooner done than a conversion.</summary>
        private void Name(string name)
        {
            Reserve(name.Length);
            var to = _html.AsSpan(_length, name.Length);
            for (var i = 0; i < to.Length; i++) to[i] = (byte)name[i];
            _length += name.Length;
        }

        private void Raw(ReadOnlySpan<char> text)
        {
            // A character takes three bytes at most.
            Reserve(text.Length * 3);
            _length += Encoding.UTF8.GetBytes(text, _html.AsSpan(_length));
        }

        private void Encoded(string text)
        {
            if (!text.AsSpan().ContainsAnyExcept(Plain))
            {
                Reserve(text.Length);
                Ascii.FromUtf16(text, _html.AsSpan(_length), out var plain);
                _length += plain;
                return;
            }
            for (var rest = text.AsSpan(); ;)
            {
                var done = Encoder.Encode(rest, _encoded, out var read, out var written);
                Raw(_encoded.AsSpan(0, written));
                rest = rest[read..];
                if (done == OperationStatus.Done) return;
            }
        }

        private void Reserve(int more)
        {
            if (_length + more > _html.Length) Array.Resize(ref _html, Math.Max(_html.Length * 2, _length + more));
        }
    }
}
