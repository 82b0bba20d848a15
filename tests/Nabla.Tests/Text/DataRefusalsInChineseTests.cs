namespace Nabla.Tests.Text;

/// <summary>What is refused of data, and seldom: files that are too large or of another kind, and a download that cannot begin.</summary>
public sealed class DataRefusalsInChineseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_images()
    {
        Chinese.Refused("1×1×1×1×1×1×1×1×… (of 9 dimensions)", () => IdxFile.Read(_folder.Write("a", Bytes.Idx([1, 1, 1, 1, 1, 1, 1, 1, 1], []))));
        Chinese.Refused("fit into one array", () => IdxFile.Read(Sparse("b", Bytes.Idx([3, 30_000, 30_000], []), 2_700_000_000)));
        string labels = _folder.Write("labels", Bytes.Idx([2], [0, 1]));
        string square = _folder.Write("c", Bytes.Idx([1, 1], [0]));
        Chinese.Refused("data of 2 dimensions", () => Idx.Load(labels, square));
        var mapped = Idx.Load(Sparse("d", Bytes.Idx([2, 40_000, 40_000], []), 3_200_000_000), labels, map: true);
        Chinese.Refused("3,200,000,000 pixels are too many", () => mapped.Pixels.Length);
    }

    [Fact]
    public void Images_that_are_too_many_to_be_varied()
    {
        var one = Dataset.FromImages(new byte[1_000_000], [0], 1000, 1000, 1);
        Chinese.Refused("images have", () => Augmentation.Parse("shift=1").Apply(one, new int[2200], 1, 1));
    }

    [Fact]
    public void Pictures()
    {
        Chinese.Refused("more than 1 GiB", () => ImageFile.Read(Sparse("a.png", [], (1 << 30) + 1)));
        byte[] picture = "P5 1 1 255 x"u8.ToArray();
        Directory.CreateDirectory(_folder["cat"]);
        Directory.CreateDirectory(_folder["dog"]);
        for (int i = 0; i < 12; i++)
        {
            _folder.Write($"cat/{i}.pgm", picture);
            _folder.Write($"dog/{i}.pgm", picture);
        }

        Chinese.Refused("2,400,000,000 pixels in all", () => ImageFolder.Load(_folder.Path, (10_000, 10_000)));
        Chinese.Refused("is not a class learned", () => ImageFolder.Load(_folder.Path, classes: ["cat", "cow"]));
    }

    [Fact]
    public void Tables_in_other_files()
    {
        Chinese.Refused("gzipped", () => Csv.Read(_folder.Write("a.csv", Bytes.Gzip([1, 2, 3]))));
        Chinese.Refused("a binary file", () => Csv.Read(_folder.Write("b.csv", [1, 0, 2, 3, 4])));
        Chinese.Refused("a spreadsheet", () => Csv.Read(_folder.Write("c.csv", "PK34"u8.ToArray())));
    }

    [Fact]
    public void Tables_in_text_that_is_none()
    {
        Chinese.Refused("row 1 holds numbers where the names", () => Csv.Read(new StringReader("1,2\n3,4\n"), "t.csv"));
        Chinese.Refused("row 2 is not UTF-8 text", () => Csv.Read(_folder.Write("d.csv", [.. "a,b\n1,"u8, 0xFF, .. "\n"u8])));
        Chinese.Refused("which no row of a table is", () => Csv.Read(Sparse("huge.csv", "a,b\n"u8.ToArray(), 1 << 25)));

        // Why it is none is said by whoever reads rows, and in English.
        var torn = Said.Of(Assert.Throws<InvalidDataException>(() => Csv.Read(new StringReader("a,b\n\"1\"x,2\n"), "t.csv")));
        Assert.Contains("不是表格的行", torn.In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_which_those_to_learn_from_have_no_value()
    {
        var table = Rows(20, i => [i == 0 ? "5" : "", i % 2 == 0 ? "a" : "b"]);
        var errors = Enumerable.Range(1, 50).Select(seed => Record.Exception(
            () => TableEncoding.Split(table, new TableOptions { Target = "2", Missing = MissingValues.Mean }, 0.5, (ulong)seed)));
        Chinese.Refused("the examples to learn from have no value", errors.OfType<Exception>().First());
    }

    [Fact]
    public void Tables_that_make_too_many_numbers()
    {
        // Each column but the last has a thousand words, each an input of its own.
        Chinese.Refused("66000 inputs; 65535 are the most", () => Wide(66));
        var one = Wide(1).Encoding;
        var many = one with { Columns = [.. Enumerable.Repeat(one.Columns[0], 65)] };
        Chinese.Refused("33100 rows of 65000 inputs, more numbers than", () => many.EncodeInputs(Rows(33_100, _ => ["w0", "a"])));
        Chinese.Refused("has 4 columns, not 2 as the table", () => one.EncodeInputs(Rows(1, _ => ["a", "b", "c", "d"])));

        static (Dataset Train, Dataset? Test, TableEncoding Encoding) Wide(int columns) => TableEncoding.Split(
            Rows(1000, i => [.. Enumerable.Repeat($"w{i}", columns), i % 2 == 0 ? "a" : "b"]), new TableOptions { Target = $"{columns + 1}" });
    }

    [Fact]
    public async Task Downloads()
    {
        var tiny = new TinySet().Set;
        Directory.CreateDirectory(_folder[".lock"]);
        using var deaf = new Deaf();
        await Refused("may not be written", new DownloadOptions { Folder = _folder.Path });
        await Refused("TimeProvider is null", new DownloadOptions { TimeProvider = null! });
        await Refused("did not accept a connection in time", new DownloadOptions { Folder = _folder["new"], Handler = deaf });

        async Task Refused(string words, DownloadOptions options) =>
            Chinese.Refused(words, await Assert.ThrowsAnyAsync<Exception>(() => tiny.DownloadAsync(options)));
    }

    private static Table Rows(int count, Func<int, string[]> cells) =>
        Table.FromRows("t.csv", null, Enumerable.Range(0, count).Select(i => (i + 1, (IReadOnlyList<string>)cells(i))));

    // Of such a length, though only its beginning takes room on the disk.
    private string Sparse(string name, byte[] start, long length)
    {
        using var file = File.Create(_folder[name]);
        file.Write(start);
        file.SetLength(length + start.Length);
        return file.Name;
    }

    // Gives up as the system does when nobody answers.
    private sealed class Deaf : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new TaskCanceledException());
    }
}
