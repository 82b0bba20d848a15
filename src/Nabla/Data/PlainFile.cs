using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Nabla;

/// <summary>
/// Files that are what they seem: no links, which lead anywhere, no pipes, which may keep their reader waiting for ever, and of devices at
/// most the length that they state, which is none. For folders that may come from strangers.
/// </summary>
internal static partial class PlainFile
{
    private const int NonBlockingLinux = 0x800, NonBlockingMac = 0x4, CloseOnExecLinux = 0x80000, CloseOnExecMac = 0x1000000;

    /// <summary>Whether there is anything of that name: a file, a folder, or a link, though it may lead nowhere.</summary>
    public static bool IsAnythingAt(string path) => (int)Attributes(path) != -1;

    /// <summary>Whether there is a plain file.</summary>
    public static bool Exists(string path) => IsAnythingAt(path) && WhatElse(path) is null;

    /// <summary>Whether there is a folder that is no link.</summary>
    public static bool FolderExists(string path) => IsAnythingAt(path) && (Attributes(path) & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == FileAttributes.Directory;

    /// <summary>What something is that is no plain file: <c>a link</c>, <c>a folder</c>, <c>a pipe or a device</c>; null for a plain file.</summary>
    public static Said? WhatElse(string path)
    {
        var attributes = Attributes(path);
        if (attributes.HasFlag(FileAttributes.ReparsePoint)) return $"a link";
        if (attributes.HasFlag(FileAttributes.Directory)) return $"a folder";
        return IsUnix && IsPipeOrDevice(path) ? (Said)$"a pipe or a device" : null;
    }

    /// <summary>Opens a file to read it, though others may still write to it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path)
    {
        if (IsAnythingAt(path) && WhatElse(path) is { } other) throw Refusal.Data($"'{Printable.Path(path)}' is {other}, where a plain file should be.");
        return Open(path);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that one of its kind has.</param>
    /// <exception cref="InvalidDataException">It is something else, or larger.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadAll(string path, int most)
    {
        using var stream = OpenRead(path);
        if (stream.Length > most) throw Refusal.Data($"'{Printable.Path(path)}' has {stream.Length:N0} bytes, and such a file has at most {most:N0}.");
        byte[] bytes = new byte[stream.Length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    // Of the name itself, not of where a link leads; -1 where there is nothing.
    private static FileAttributes Attributes(string path) => new FileInfo(path).Attributes;

    private static bool IsUnix => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    private static bool IsPipeOrDevice(string path)
    {
        try
        {
            using var stream = Open(path);
            return !stream.CanSeek;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            // That is said where it is to be read or replaced.
            return false;
        }
    }

    // .NET opens a pipe as any file, and then waits for somebody to write to it.
    private static FileStream Open(string path)
    {
        if (IsUnix)
        {
            int handle = Open(path, OperatingSystem.IsLinux() ? NonBlockingLinux | CloseOnExecLinux : NonBlockingMac | CloseOnExecMac);
            if (handle >= 0) return new FileStream(new SafeFileHandle(handle, ownsHandle: true), FileAccess.Read);
        }

        // Here too where that failed, for the words.
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
