using System.IO.Compression;
using System.Text;

namespace Nabla.Tests;

/// <summary>Arrays and archives as NumPy writes them, made here from the format's description.</summary>
internal static class Npy
{
    /// <summary>An array: the header, filled up with blanks to 64 bytes, and the numbers.</summary>
    public static byte[] Array(string type, string shape, byte[] numbers, byte version = 1, bool isFortran = false) =>
        OfHeader($"{{'descr': '{type}', 'fortran_order': {isFortran}, 'shape': ({shape}), }}", numbers, version);

    public static byte[] OfHeader(string header, byte[] numbers, byte version = 1)
    {
        int start = version == 1 ? 10 : 12;
        byte[] text = Encoding.Latin1.GetBytes(header + new string(' ', -(start + header.Length + 1) & 63) + "\n");
        byte[] length = version == 1 ? [(byte)text.Length, (byte)(text.Length >> 8)] : [(byte)text.Length, (byte)(text.Length >> 8), 0, 0];
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. numbers];
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(CompressionLevel.Optimal, files);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A set of four arrays, as Keras's mnist.npz has them.</summary>
    public static byte[] Set(byte[] images, byte[] labels, byte[] testImages, byte[] testLabels) =>
        Zip(("x_test.npy", testImages), ("x_train.npy", images), ("y_train.npy", labels), ("y_test.npy", testLabels));
}
