using System.IO.Compression;
using Nabla.Tests.Text;

namespace Nabla.Tests;

public sealed class NpzTests : IDisposable
{
    private static readonly byte[] Images = Npy.Array("|u1", "2, 2, 3", [0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255]);
    private static readonly byte[] Labels = Npy.Array("|u1", "2,", [3, 0]);
    private static readonly byte[] OneImage = Npy.Array("|u1", "1, 2, 3", [9, 8, 7, 6, 5, 4]);
    private static readonly byte[] OneLabel = Npy.Array("<i8", "1,", [4, 0, 0, 0, 0, 0, 0, 0]);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_and_labels_are_read_by_their_names()
    {
        var (train, test) = Npz.Load(_folder.Write("tiny.npz", Npy.Set(Images, Labels, OneImage, OneLabel)));
        Assert.Equal((3, 2, 5, "tiny"), (train.Width, train.Height, train.Classes, train.Name));
        Assert.Equal([250, 251, 252, 253, 254, 255], train.Image(1).ToArray());
        Assert.Equal([3, 0], train.Labels.ToArray());
        Assert.Equal([9, 8, 7, 6, 5, 4], test.Pixels.ToArray());
        Assert.Equal([4], test.Labels.ToArray());

        byte[] medical = Npy.Zip(CompressionLevel.NoCompression, ("train_images.npy", Images), ("train_labels.npy", Npy.Array("|u1", "2, 1", [3, 0])),
            ("val_images.npy", OneImage), ("test_images.npy", OneImage), ("test_labels.npy", OneLabel));
        Assert.Equal(train.Pixels.ToArray(), Npz.Load(_folder.Write("medical.npz", medical)).Train.Pixels.ToArray());
    }

    [Theory]
    [InlineData("<i4", 1)]
    [InlineData(">i4", 2)]
    [InlineData("<u2", 3)]
    [InlineData(">i8", 1)]
    [InlineData("|i1", 1)]
    public void Whole_numbers_of_every_width_are_read(string type, byte version)
    {
        int size = type[^1] - '0';
        byte[] numbers = new byte[2 * size];
        numbers[type[0] == '>' ? size - 1 : 0] = 7;
        numbers[type[0] == '>' ? 2 * size - 1 : size] = 100;
        byte[] file = Npy.Set(Images, Npy.Array(type, "2,", numbers, version), OneImage, OneLabel);
        Assert.Equal([7, 100], Npz.Load(_folder.Write("a.npz", file)).Train.Labels.ToArray());
    }

    [Fact]
    public void Rows_of_a_square_and_channels_of_one_are_images()
    {
        byte[] rows = Npy.Array("|u1", "2, 9", new byte[18]), channel = Npy.Array("|u1", "1, 3, 3, 1", new byte[9]);
        var (train, test) = Npz.Load(_folder.Write("a.npz", Npy.Set(rows, Labels, channel, OneLabel)));
        Assert.Equal((3, 3, 3, 3), (train.Width, train.Height, test.Width, test.Height));
    }

    [Fact]
    public void What_is_not_such_a_set_is_refused_with_its_mend()
    {
        Refused("which is never run here", "mnist.pkl.gz", Bytes.Gzip([0x80, 2, (byte)'.']));
        Refused("which is never run here", "mnist.pkl", "(lp0\n."u8.ToArray());
        Refused("is no ZIP archive", "a.npz", [1, 2, 3]);
        Refused("is damaged: it cannot be unpacked", "a.npz", Npy.Set(Images, Labels, OneImage, OneLabel)[..200]);
        Refused("has no array 'x_test' or 'test_images'; it needs x_train, y_train, x_test, y_test. It has 2 files: x_train.npy, y_train.npy.", "a.npz",
            Npy.Zip(("x_train.npy", Images), ("y_train.npy", Labels)));
        Refused("'x_train.npy", Npy.Array("|O", "2, 2, 3", [0x80, 4, (byte)'.']), "holds numbers of the type '|O'");
        Refused("floats", Npy.Array("<f4", "2, 2, 3", new byte[48]), "astype('uint8')");
        Refused("columns", Npy.Array("|u1", "2, 2, 3", new byte[12], isFortran: true), "column by column");
        Refused("none", Npy.Array("|u1", "0, 2, 3", []), "holds no data");
        Refused("scalar", Npy.Array("|u1", "", [1]), "holds no data");
        Refused("colours", Npy.Array("|u1", "1, 2, 2, 3", new byte[12]), "grey images have three dimensions");
        Refused("few", Npy.Array("|u1", "1, 2, 3", new byte[6]), "holds 1 images");
        Refused("short", Npy.Array("|u1", "2, 2, 3", new byte[11]), "is cut short");
        Refused("short", Npy.Array("<u2", "2, 2, 3", new byte[23]), "is cut short");
        Refused("long", Npy.Array("|u1", "2, 2, 3", new byte[13]), "is longer than its header says");
        Refused("large", Npy.Array("<u2", "2, 2, 3", [.. new byte[23], 1]), "a number that is not from 0 to 255");
        Refused("negative", Npy.Array("|i1", "2, 2, 3", [.. new byte[11], 0xFF]), "a number that is not from 0 to 255");
        Refused("other", "\x93NOMPY"u8.ToArray(), "is not an array of NumPy's");
        Refused("header", Npy.OfHeader("{'descr': __import__('os'), 'fortran_order': False, 'shape': (2, 2, 3), }", new byte[12]), "has a header that cannot be read");
        Chinese.Refused("labels have one dimension", () => Npz.Load(_folder.Write("a.npz", Npy.Set(Images, Npy.Array("|u1", "2, 10", new byte[20]), OneImage, OneLabel))));
        Chinese.Refused("they are not of one set", () => Npz.Load(_folder.Write("a.npz", Npy.Set(Images, Labels, Npy.Array("|u1", "1, 3, 2", new byte[6]), OneLabel))));
    }

    [Fact]
    public void A_small_file_that_claims_much_gets_no_room_for_it()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused("claim", Npy.Array("|u1", "100000, 1000, 1000", new byte[1000]), "is cut short");
        Refused("overflow", Npy.Array("|u1", "99999999999999999999, 2, 2", new byte[1000]), "holds no data");
        Refused("overflow", Npy.Array("<u8", "4294967296, 4294967296, 4294967296", new byte[1000]), "is cut short");

        // A thousandfold: zeros that are really there.
        Refused("bomb", Npy.Array("|u1", "300000, 20, 20", new byte[120_000_000]), "are allowed");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000);

        byte[] huge = [.. Npy.Array("|u1", "3, 30000, 30000", []), .. new byte[3_000_000]];
        byte[] file = Npy.Zip(CompressionLevel.NoCompression, ("x_train.npy", huge));
        Chinese.Refused("fit into one array", () => Npz.Load(_folder.Write("huge.npz", file)));
    }

    private void Refused(string name, byte[] images, string words) => Refused(words, $"{name.Trim('\'')}.npz", Npy.Set(images, Labels, OneImage, OneLabel));

    private void Refused(string words, string name, byte[] content) => Chinese.Refused(words, () => Npz.Load(_folder.Write(name, content)));
}
