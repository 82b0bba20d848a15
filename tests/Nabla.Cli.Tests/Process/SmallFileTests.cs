using System.IO.Compression;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace Nabla.Cli.Tests;

/// <summary>The command's memory on files that ask for gigabytes: under 300 MB, or ten times the file where that is more.</summary>
public sealed class SmallFileTests : IDisposable
{
    private const long Most = 300_000_000;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Forty_thousand_classes_are_evaluated_without_their_square()
    {
        TinyData.Write(_folder["tiny"]);
        Save(_folder["wide.safetensors"], 16, 1, 40_000);
        var run = await Modest("evaluate", "wide.safetensors", "--data", "tiny", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("\"confusion\":", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"confusions\":[{\"label\":0,", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Modest("evaluate", "wide.safetensors", "--data", "tiny")).ExitCode);
    }

    [Theory]
    [InlineData(4_500_000, 1)]
    [InlineData(10, 9000)]
    public async Task A_very_wide_or_deep_network_is_evaluated_a_few_examples_at_a_time(int outputs, int layers)
    {
        TinyData.Write(_folder["tiny"]);
        Save(_folder["m.safetensors"], [16, .. Enumerable.Repeat(1, layers), outputs]);
        var run = await Modest("evaluate", "m.safetensors", "--data", "tiny", "--test-examples", "3");
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Large_pictures_in_small_files_are_refused_or_made_small()
    {
        foreach (string name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(_folder[$"large/{name}"]);
            for (int i = 0; i < 8; i++) WriteBlack(_folder[$"large/{name}/{i}.png"], 10_000);
        }

        WriteBlack(_folder["photo.png"], 6000);
        Save(_folder["m.safetensors"], 784, 2);
        Assert.Contains("10000×10000 pixels out of",
            (await Modest("train", "--data", "large", "--hidden", "2", "--epochs", "1", "--quiet")).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("10000×10000 pixels out of", (await Modest("predict", "m.safetensors", "large/a/0.png")).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("shows nothing", (await Modest("predict", "m.safetensors", "photo.png")).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_million_pixels_of_the_library_are_read_and_not_more()
    {
        WriteRuns(_folder["most.tga"], 4000);
        WriteRuns(_folder["more.tga"], 5000);
        using (var white = new Image<L8>(4000, 4000, new L8(255))) await white.SaveAsync(_folder["most.jpg"], new JpegEncoder());
        Save(_folder["m.safetensors"], 784, 2);
        Assert.Contains("shows nothing", (await Modest("predict", "m.safetensors", "most.tga")).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("shows nothing", (await Modest("predict", "m.safetensors", "most.jpg")).MustBeRefused(), StringComparison.Ordinal);
        Assert.Contains("5000×5000 pixels out of", (await Modest("predict", "m.safetensors", "more.tga")).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_many_words_is_refused_with_what_it_would_take()
    {
        await File.WriteAllLinesAsync(_folder["w.csv"], Enumerable.Range(0, 20_000).Select(row =>
            string.Join(',', Enumerable.Range(0, 60).Select(column => $"w{(row * 7 + column) % 1000}")) + $",{row % 2}"));
        string line = (await Modest("train", "--data", "w.csv", "--no-header", "--target", "61", "--hidden", "2", "--epochs", "1", "--quiet")).MustBeRefused();
        Assert.Contains("makes 20000 rows of 60000 inputs, which take 4578 MiB of memory; 192 MiB are allowed.", line, StringComparison.Ordinal);
        Assert.Contains("NABLA_MEMORY=4578", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_whose_slope_explodes_is_refused() => Assert.Contains("The derivative of this formula has more than 2000 parts", (await Modest(
        "descend", "--function", string.Concat(Enumerable.Repeat("exy", 266)))).MustBeRefused(), StringComparison.Ordinal);

    private static void Save(string path, params int[] sizes) => new Network(
        sizes.Zip(sizes.Skip(1), (inputs, outputs) => new DenseLayer(inputs, outputs, Activation.Sigmoid))).Save(path, new ModelInfo { Cost = Cost.Quadratic });

    // Runs the command, and looks at the most memory that was resident.
    private async Task<CommandRun> Modest(params string[] args)
    {
        long read = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Max(file => (long?)new FileInfo(file).Length) ?? 0;
        using var process = CommandProcess.Start(_folder, args);
        var end = process.EndAsync();
        long peak = 0;
        while (!end.IsCompleted)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended just now.
            }

            await Task.Delay(5);
        }

        Assert.InRange(peak, 0, Math.Max(Most, 10 * read));
        return await end;
    }

    // Five bytes for 128 pixels, all of them black.
    private static void WriteRuns(string path, int side)
    {
        using var tga = File.Create(path);
        tga.Write([0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)side, (byte)(side >> 8), (byte)side, (byte)(side >> 8), 32, 0x28]);
        for (int left = side * side; left > 0; left -= 128) tga.Write([(byte)(127 + Math.Min(128, left)), 0, 0, 0, 255]);
    }

    // One bit a pixel.
    private static void WriteBlack(string path, int side)
    {
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + (side + 7) / 8];
            for (int y = 0; y < side; y++) rows.Write(row);
        }

        using var png = File.Create(path);
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Write("IHDR", [.. BigEndian(side), .. BigEndian(side), 1, 0, 0, 0, 0]);
        Write("IDAT", packed.ToArray());
        Write("IEND", []);

        void Write(string type, byte[] data)
        {
            byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
            png.Write([.. BigEndian(data.Length), .. body, .. BigEndian((int)Crc(body))]);
        }
    }

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    // CRC-32 bit by bit, as the PNG specification defines it.
    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
