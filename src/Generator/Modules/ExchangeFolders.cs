using System.Runtime.InteropServices;

namespace Generator.Modules;

/// <summary>What Linux can do with folders and .NET has no call for: two names for one file, and two folders that change places at one instant (<c>link</c> and <c>renameat2</c>).</summary>
public static class ExchangeFolders
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Gives a file a second name; false when the system or the file system cannot.</summary>
    public static bool TryLink(string file, string also)
    {
        try
        {
            return OperatingSystem.IsLinux() && link(file, also) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Lets two folders change places; false when the system or the file system cannot. Nobody sees one without the other.</summary>
    public static bool TryExchange(string a, string b)
    {
        try
        {
            return OperatingSystem.IsLinux() && renameat2(CurrentFolder, a, CurrentFolder, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string also);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int renameat2(int folderOfA, [MarshalAs(UnmanagedType.LPUTF8Str)] string a, int folderOfB, [MarshalAs(UnmanagedType.LPUTF8Str)] string b, uint flags);
}
