using System.IO.Compression;
using System.Text;

namespace Nabla.Fuzz;

/// <summary>Archives of NumPy arrays; mostly an array is changed before it is packed.</summary>
internal sealed class NpzFiles() : Reader("npz", 20_000)
{
    private static readonly string[] Names = ["x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"];

    // Four arrays, or an archive.
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [Array("|u1", "3, 4, 4", 48), Array("|u1", "3,", 3), Array("|u1", "2, 4, 4", 32), Array("<i8", "2,", 16)],
        [Array("<u2", "3, 16", 96), Array("|u1", "3, 1", 3), Array(">i4", "2, 4, 4, 1", 128), Array("|u1", "2,", 2)],
        [Pack([Array("|u1", "3, 4, 4", 48), Array("|u1", "3,", 3), Array("|u1", "2, 4, 4", 32), Array("<i8", "2,", 16)])],
    ];

    public override IReadOnlyList<string> Words { get; } =
        ["'<f4'", "'|O'", "'|u1'", "'<i8'", "True", "False", "999999999999", "4294967296", "0", "(", ")", ", ", "{", "}", "'descr'", "'shape'", "__import__('os')"];

    public override Action Read(byte[][] parts, string folder)
    {
        var (train, test) = Npz.Load(Write(folder, "x.npz", parts.Length == 1 ? parts[0] : Pack(parts)));
        return () =>
        {
            Promise.That((train.Width, train.Height, train.Classes) == (test.Width, test.Height, test.Classes), "two parts of one set");
            Promise.That(train.Pixels.Length == (long)train.Count * train.Inputs, "as many bytes as the shape says");
        };
    }

    private static byte[] Pack(byte[][] arrays)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Names.Zip(arrays))
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Array(string type, string shape, int length)
    {
        byte[] header = Encoding.Latin1.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}\n");
        byte[] numbers = new byte[length];
        numbers[type[0] == '>' ? type[^1] - '1' : 0] = 3;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. numbers];
    }
}
