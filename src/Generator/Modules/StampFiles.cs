using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Generator.Modules;

/// <summary>
/// Looks at many files below one folder. Linux is asked by its own call (<c>statx</c>), which begins at the folder and leaves nothing to collect: 0.85 s of CPU for the 331,000 files of a site instead of 1.4. Elsewhere .NET looks.
/// Safe to ask from several threads.
/// </summary>
public sealed class StampFiles : IDisposable
{
    // In the words of Linux: O_PATH and O_CLOEXEC; AT_SYMLINK_NOFOLLOW; STATX_TYPE, STATX_SIZE and STATX_MTIME; S_IFMT and S_IFREG.
    private const int OnlyAsPlace = 0x200000, NotForChildren = 0x80000;
    private const int LinksThemselves = 0x100;
    private const uint KindSizeAndWritten = 0x1 | 0x200 | 0x40;
    private const int KindOf = 0xF000, IsFile = 0x8000;

    private readonly string _folder;
    private readonly bool _follow;
    private readonly SafeFileHandle? _place;
    private readonly int _number;

    private StampFiles(string folder, bool follow, SafeFileHandle? place)
    {
        (_folder, _follow, _place) = (folder, follow, place);
        if (place is not null) _number = (int)place.DangerousGetHandle();
    }

    /// <summary>Those below a folder, which need not be there. <paramref name="follow"/>: of a link, the file that it leads to counts, otherwise the link itself.</summary>
    public static StampFiles Below(string folder, bool follow)
    {
        try
        {
            var look = default(Look);
            if (OperatingSystem.IsLinux() && open(folder, OnlyAsPlace | NotForChildren) is var place and >= 0)
            {
                var below = new StampFiles(folder, follow, new(place, ownsHandle: true));
                if (below.Ask("."u8, ref look)) return below;
                below.Dispose();
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old library of C has no such call.
        }
        return new(folder, follow, null);
    }

    /// <summary>The stamp of the file at a path from the folder, with <c>/</c> between its parts; null when there is none, or a link that is followed leads to none.</summary>
    public FileStamp? Of(string path)
    {
        Span<byte> name = stackalloc byte[512];
        if (_place is null || !Encoding.UTF8.TryGetBytes(path, name[..^1], out var length)) return Otherwise(path);
        name[length] = 0;
        return OfFile(name) ?? Otherwise(path);
    }

    /// <summary>The same of a path in UTF-8 that ends with a zero.</summary>
    public FileStamp? Of(ReadOnlySpan<byte> path) => (_place is null ? null : OfFile(path)) ?? Otherwise(Encoding.UTF8.GetString(path[..^1]));

    public void Dispose() => _place?.Dispose();

    /// <summary>Null as well when it is something else than a file.</summary>
    private FileStamp? OfFile(ReadOnlySpan<byte> path)
    {
        var look = default(Look);
        if (!Ask(path, ref look) || (look.Kind & KindOf) != IsFile) return null;
        return FileStamp.At(look.Size, look.Seconds, look.Nanoseconds);
    }

    // u8 literals and what the caller made end with a zero.
    private bool Ask(ReadOnlySpan<byte> path, ref Look look) => statx(_number, ref MemoryMarshal.GetReference(path), _follow ? 0 : LinksThemselves, KindSizeAndWritten, ref look) == 0;

    private FileStamp? Otherwise(string path)
    {
        var full = Path.Combine(_folder, path.Replace('/', Path.DirectorySeparatorChar));
        if (!_follow || new FileInfo(full).LinkTarget is null) return FileStamp.Of(full);
        return File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? FileStamp.Of(target.FullName) : null;
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Look
    {
        [FieldOffset(28)]
        public ushort Kind;

        [FieldOffset(40)]
        public long Size;

        [FieldOffset(112)]
        public long Seconds;

        [FieldOffset(120)]
        public uint Nanoseconds;
    }

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    private static extern int statx(int folder, ref byte path, int flags, uint wanted, ref Look look);
}
