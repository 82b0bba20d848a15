using System.IO.Compression;

namespace Nabla.Tests;

/// <summary>A small file costs little: what pictures, tables and IDX files take in memory stays under a multiple of their size.</summary>
public sealed class SmallDataFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_hundred_million_pixels_out_of_a_few_bytes_are_refused()
    {
        byte[] png = BlackPng(10_000, 10_000);
        Allocated.MustStayModest(0, () => Assert.Contains(
            $"10000×10000 pixels out of {png.Length} bytes; more than 40 million are read only of a file with a byte for every 16",
            Refusal(() => ImageFile.Decode(png, "x.png")), StringComparison.Ordinal));
        Assert.Contains("a side of more than 100000 pixels", Refusal(() => ImageFile.Decode(BlackPng(100_001, 1), "x.png")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_photograph_of_twelve_million_pixels_is_read_and_prepared()
    {
        byte[] png = BlackPng(4000, 3000);
        Allocated.MustStayModest(0, () =>
        {
            var photograph = ImageFile.Decode(png, "x.png");
            Assert.Equal(12_000_000, photograph.Pixels.Length);
            Assert.Equal(784, ImageNormalizer.Normalize(photograph).Pixels.Length);
            Assert.Equal((28, 28), (photograph.Scaled(28, 28).Width, photograph.Scaled(28, 28).Height));
        });
    }

    [Theory]
    [InlineData(100_000, 400)]
    [InlineData(400, 100_000)]
    [InlineData(100_000, 1)]
    [InlineData(199, 100_000)]
    [InlineData(6300, 6300)]
    public void Pictures_of_odd_sizes_take_little_room_to_prepare(int width, int height)
    {
        var picture = new GrayImage(width, height, new byte[width * height]);
        Allocated.MustStayModest(picture.Pixels.Length / 100, () =>
        {
            ImageNormalizer.Normalize(picture);
            picture.Scaled(1000, 1000);
        });
    }

    [Fact]
    public void A_folder_of_large_pictures_in_small_files_is_refused()
    {
        foreach (string name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(_folder[name]);
            for (int i = 0; i < 8; i++) File.WriteAllBytes(Path.Combine(_folder[name], $"{i}.png"), BlackPng(6000, 6000));
        }

        Allocated.MustStayModest(0, () => Assert.Contains(
            "have 36000000 pixels, which take 206 MiB of memory; 192 MiB are allowed. "
                + "Have them resized to something smaller, or allow more by the environment variable NABLA_MEMORY=206.",
            Refusal(() => ImageFolder.Load(_folder.Path)), StringComparison.Ordinal));
        Assert.Equal(16, ImageFolder.Load(_folder.Path, (28, 28)).Count);
    }

    [Theory]
    [InlineData(new uint[] { 200_000, 28, 28 })]
    [InlineData(new uint[] { 100_000_000 })]
    public void Gzipped_files_of_one_byte_are_refused(uint[] shape)
    {
        string path = _folder["x.gz"];
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
        {
            gzip.Write([0, 0, 8, (byte)shape.Length, .. shape.SelectMany(size => BitConverter.GetBytes(size).Reverse())]);
            byte[] part = new byte[1 << 20];
            for (long left = shape.Aggregate(1L, (x, y) => x * y); left > 0; left -= part.Length) gzip.Write(part.AsSpan(0, (int)Math.Min(left, part.Length)));
        }

        Allocated.MustStayModest(0, () => Assert.Contains("MiB are allowed. Unpack the file", Refusal(() => IdxFile.Read(path)), StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_become_an_input_each_are_refused_before_room_is_made()
    {
        var table = Table.FromRows("words.csv", [.. Enumerable.Range(0, 60).Select(i => $"c{i}"), "target"], Enumerable.Range(0, 5000).Select(row =>
            (row + 2, (IReadOnlyList<string>)[.. Enumerable.Range(0, 60).Select(column => $"w{(row * 7 + column) % 1000}"), $"t{row % 2}"])));
        var options = new TableOptions { Target = "target" };
        Allocated.MustStayModest(0, () => Assert.Contains(
            "'words.csv' makes 5000 rows of 60000 inputs, which take 1145 MiB of memory; 192 MiB are allowed. "
                + "Leave out columns with many categories ('c0' has 1000), or allow more",
            Refusal(() => TableEncoding.Split(table, options, 0.2)), StringComparison.Ordinal));

        var few = TableEncoding.Split(table, options with { Ignored = [.. Enumerable.Range(1, 59).Select(i => $"c{i}")] }, 0.2);
        Assert.Equal(1000, few.Train.Inputs);
    }

    [Fact]
    public void A_row_of_very_many_columns_is_refused()
    {
        string[] cells = [.. Enumerable.Range(0, 100_001).Select(i => $"{i}")];
        foreach (string[]? names in new[] { cells, null })
            Assert.Contains("has 100001 columns; at most 100000 are read", Refusal(() => Table.FromRows("x.csv", names, [(1, cells)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_of_numbers_is_encoded()
    {
        var table = Table.FromRows("x.csv", null, Enumerable.Range(0, 4).Select(row => (row, (IReadOnlyList<string>)[.. Enumerable.Range(0, 20_000).Select(i => $"{i * row}")])));
        Assert.Equal(19_999, TableEncoding.Split(table, new TableOptions { Target = "2" }).Train.Inputs);
    }

    private static string Refusal(Func<object> read)
    {
        string message = Assert.Throws<InvalidDataException>(read).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    // One bit a pixel, every one of them black.
    private static byte[] BlackPng(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) rows.Write(row);
        }

        return PngBytes.Of(PngBytes.Header((uint)width, (uint)height, 1, 0), ("IDAT", packed.ToArray()), PngBytes.End);
    }
}
