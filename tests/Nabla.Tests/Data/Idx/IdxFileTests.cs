using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_and_gzipped_files_are_told_apart_by_content(bool gzip)
    {
        byte[] values = [1, 2, 3, 4, 5, 6];
        byte[] content = Bytes.Idx([3, 2], values);
        string path = _folder.Write("misleading.name", gzip ? Bytes.Gzip(content) : content);

        var file = IdxFile.Read(path);

        Assert.Equal([3, 2], file.Dimensions.ToArray());
        Assert.Equal(values, file.Values);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.gz")]
    public void What_is_saved_is_read_back_and_nothing_else_is_left_behind(string name)
    {
        byte[] values = Bytes.Random(60, seed: 1);
        new IdxFile([3, 4, 5], values).Save(_folder[name]);

        var file = IdxFile.Read(_folder[name]);

        Assert.Equal([3, 4, 5], file.Dimensions.ToArray());
        Assert.Equal(values, file.Values);
        Assert.Equal([name], _folder.FileNames());
        Assert.Equal(name.EndsWith(".gz", StringComparison.Ordinal), File.ReadAllBytes(_folder[name])[0] == 0x1F);
    }

    [Fact]
    public void A_plain_file_is_laid_out_as_the_format_says()
    {
        new IdxFile([2, 1], [7, 8]).Save(_folder["a"]);
        Assert.Equal([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 8], File.ReadAllBytes(_folder["a"]));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        using var stream = new GZipStream(new MemoryStream(Bytes.Gzip(Bytes.Idx([2], [7, 8]))), CompressionMode.Decompress);
        Assert.Equal([7, 8], IdxFile.Read(stream, "a pipe").Values);
    }

    [Fact]
    public void Several_gzip_files_joined_into_one_are_read_as_their_contents_joined()
    {
        byte[] content = Bytes.Idx([6], [1, 2, 3, 4, 5, 6]);
        Assert.Equal([1, 2, 3, 4, 5, 6], Read([.. Bytes.Gzip(content[..10]), .. Bytes.Gzip(content[10..])]).Values);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("00000801", "is cut short: it ends inside its header, after 4 of 8 bytes")]
    [InlineData("000008", "is not an IDX file: it starts with 000008")]
    [InlineData("504B0304", "is not an IDX file: it is a ZIP archive. Unpack it first")]
    [InlineData("3C68746D6C3E", "is not an IDX file: it looks like a web page")]
    [InlineData("FFFF080100000001AA", "is not an IDX file: it starts with FFFF0801")]
    [InlineData("00000D010000000100000000", "holds 32-bit floating-point numbers (type 0x0D); only IDX files of unsigned bytes")]
    [InlineData("0000770100000001AA", "holds numbers of an unknown type (type 0x77)")]
    [InlineData("00000800", "no dimensions")]
    [InlineData("0000080200000001000000000000", "holds no data: its header says that dimension 2 of 2 is 0")]
    [InlineData("0000080100000003AABB", "is cut short: its header promises 3 bytes, and 2 are there")]
    [InlineData("0000080100000001AABB", "is longer than its header says")]
    [InlineData("00000804FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFAA", "its header promises 4294967295×4294967295×4294967295×4294967295 bytes, and 1 are there")]
    public void What_is_wrong_with_a_file_is_said_in_one_line_plain_or_gzipped(string content, string problem)
    {
        byte[] bytes = Convert.FromHexString(content);
        Assert.Contains(problem, Refusal(bytes), StringComparison.Ordinal);
        string ofPacked = Refusal(Bytes.Gzip(bytes));
        if (!ofPacked.Contains("cannot be what its header says", StringComparison.Ordinal)) Assert.Contains(problem, ofPacked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_that_claims_more_than_can_come_out_of_it_is_refused_before_room_is_made()
    {
        byte[] content = Bytes.Idx([-1, 28, 28], [1, 2, 3]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Refusal(Bytes.Gzip(content));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains("4294967295×28×28 bytes do not come out of", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_that_lacks_what_it_claims_is_refused_before_room_is_made()
    {
        // 100 MB could come out of 200 KB, but do not.
        byte[] packed = Bytes.Gzip(Bytes.Idx([100_000_000], Bytes.Random(200_000, seed: 2)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Refusal(packed);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains("is cut short: its header promises 100000000 bytes, and 200000 are there", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_cut_short_anywhere_is_refused_in_one_line()
    {
        byte[] packed = Bytes.Gzip(Bytes.Idx([3000], Bytes.Random(3000, seed: 3)));
        for (int length = 1; length < packed.Length; length += length is < 40 || length > packed.Length - 40 ? 1 : 97)
            Refusal(packed[..length]);
    }

    [Fact]
    public void A_changed_bit_in_a_gzip_file_is_noticed()
    {
        byte[] packed = Bytes.Gzip(Bytes.Idx([3000], Bytes.Random(3000, seed: 4)));
        for (int i = 10; i < packed.Length; i += 61) Refusal(packed.With(i, (byte)(packed[i] ^ 4)));
    }

    [Fact]
    public void A_mangled_file_is_read_or_refused_and_nothing_else()
    {
        byte[] plain = Bytes.Idx([4, 3, 2], Bytes.Random(24, seed: 5));
        byte[] packed = Bytes.Gzip(plain);
        var change = Gen.Choose(0, 999).Zip(Gen.Choose(0, 255)).ListOf(3).Zip(Gen.Choose(0, 999));
        Prop.ForAll(change.ToArbitrary(), mangling =>
        {
            foreach (byte[] original in new[] { plain, packed })
            {
                byte[] bytes = [.. original];
                foreach (var (at, value) in mangling.Item1) bytes[at % bytes.Length] = (byte)value;
                bytes = bytes[..(bytes.Length - (mangling.Item2 % 4 == 0 ? mangling.Item2 % bytes.Length : 0))];
                try
                {
                    Read(bytes);
                }
                catch (InvalidDataException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
            }
        }).Check(Repeatable.Config);
    }

    [Fact]
    public void Bytes_and_dimensions_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new IdxFile([2, 2], new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdxFile([], new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdxFile([0], []));
        Assert.Throws<ArgumentException>(() => new IdxFile([int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue], new byte[1]));
    }

    [Fact]
    public void A_missing_file_is_an_ordinary_missing_file() =>
        Assert.Throws<FileNotFoundException>(() => IdxFile.Read(_folder["missing"]));

    private static IdxFile Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return IdxFile.Read(stream, "the file");
    }

    private static string Refusal(byte[] content)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(content)).Message;
        Assert.StartsWith("'the file' ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
