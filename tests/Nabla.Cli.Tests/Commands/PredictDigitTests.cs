using System.Text.Json;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Pbm;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tga;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Nabla.Cli.Tests;

/// <summary>Images of any size are prepared as MNIST was before a network of 28×28 inputs sees them.</summary>
public sealed class PredictDigitTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public PredictDigitTests()
    {
        var train = CommandRun.Of("train", "--data", "digits", "--limit", "400", "--test-examples", "20", "--epochs", "3", "--out", _folder["run"]);
        Assert.Equal(0, train.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dark_ink_on_light_paper_and_its_negative_look_the_same()
    {
        byte[] pixels = new byte[60 * 80];
        for (int y = 10; y < 70; y++) pixels.AsSpan(y * 60 + 28, 6).Fill(255);
        new GrayImage(60, 80, pixels).SavePng(_folder["light.png"]);
        new GrayImage(60, 80, Array.ConvertAll(pixels, p => (byte)(255 - p))).SavePng(_folder["dark.png"]);

        var run = CommandRun.Of("predict", _folder["run"], _folder["light.png"], _folder["dark.png"], "--json");

        var outputs = run.OutLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outputs").GetRawText()).ToArray();
        Assert.Equal(2, outputs.Length);
        Assert.Equal(outputs[0], outputs[1]);
    }

    [Fact]
    public void A_digit_is_read_alike_from_a_file_of_every_kind()
    {
        // A seven, and how it was stored by a camera that was held in each of eight ways.
        using var seven = new Image<Rgba32>(120, 160, Color.White);
        for (int i = 0; i < 70; i++) Dab(25 + i, 30);
        for (int i = 0; i < 100; i++) Dab(95 - i / 2, 30 + i);
        (string Name, IImageEncoder Encoder)[] kinds =
        [
            ("rgba8.png", new PngEncoder()), ("grey16.png", new PngEncoder { ColorType = PngColorType.Grayscale, BitDepth = PngBitDepth.Bit16 }),
            ("grey1.png", new PngEncoder { ColorType = PngColorType.Grayscale, BitDepth = PngBitDepth.Bit1 }),
            ("palette.png", new PngEncoder { ColorType = PngColorType.Palette, InterlaceMethod = PngInterlaceMode.Adam7 }),
            ("grey.jpg", new JpegEncoder { Quality = 95, ColorType = JpegColorType.Luminance }), ("colours.JPEG", new JpegEncoder { Quality = 95 }),
            ("a.bmp", new BmpEncoder()), ("palette.bmp", new BmpEncoder { BitsPerPixel = BmpBitsPerPixel.Pixel8 }), ("a.gif", new GifEncoder()),
            ("a.tga", new TgaEncoder()), ("plain.tga", new TgaEncoder { Compression = TgaCompression.None }),
            ("a.webp", new WebpEncoder { FileFormat = WebpFileFormatType.Lossy, Quality = 95 }),
            ("a.pgm", new PbmEncoder { ColorType = PbmColorType.Grayscale }), ("a.ppm", new PbmEncoder { ColorType = PbmColorType.Rgb }),
            ("a.pbm", new PbmEncoder { ColorType = PbmColorType.BlackAndWhite }),
        ];
        using var opaque = seven.CloneAs<Rgb24>();
        foreach (var (name, encoder) in kinds) opaque.Save(_folder[name], encoder);
        (RotateMode Turn, FlipMode Flip)[] held =
        [
            (RotateMode.None, FlipMode.None), (RotateMode.None, FlipMode.Horizontal), (RotateMode.Rotate180, FlipMode.None), (RotateMode.None, FlipMode.Vertical),
            (RotateMode.Rotate90, FlipMode.Horizontal), (RotateMode.Rotate270, FlipMode.None), (RotateMode.Rotate270, FlipMode.Horizontal), (RotateMode.Rotate90, FlipMode.None),
        ];
        for (int i = 0; i < held.Length; i++)
        {
            using var stored = opaque.Clone(image => image.RotateFlip(held[i].Turn, held[i].Flip));
            stored.Metadata.ExifProfile = new ExifProfile();
            stored.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)(i + 1));
            stored.Save(_folder[$"held{i + 1}.jpg"], new JpegEncoder { Quality = 95 });
        }

        string[] files = [.. kinds.Select(kind => _folder[kind.Name]), .. Enumerable.Range(1, 8).Select(i => _folder[$"held{i}.jpg"])];
        var run = CommandRun.Of(["predict", _folder["run"], .. files, "--json"]);
        Assert.Equal(0, run.ExitCode);
        double[][] outputs =
            [.. run.OutLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outputs").EnumerateArray().Select(output => output.GetDouble()).ToArray())];
        Assert.Equal(files.Length, outputs.Length);
        for (int i = 1; i < files.Length; i++)
        {
            Assert.Equal(Array.IndexOf(outputs[0], outputs[0].Max()), Array.IndexOf(outputs[i], outputs[i].Max()));
            Assert.All(outputs[i].Zip(outputs[0]), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 0.02, $"{files[i]}: {pair}"));
        }

        void Dab(int x, int y)
        {
            for (int i = 0; i < 81; i++) seven[x + i % 9, y + i / 9] = Color.Black;
        }
    }

    [Fact]
    public void A_folder_of_images_may_be_of_all_kinds()
    {
        foreach (string name in new[] { "bars", "rows" })
        {
            Directory.CreateDirectory(_folder[$"kinds/{name}"]);
            foreach (string ending in ImageFile.Endings.ToString().Replace(" or ", ", ", StringComparison.Ordinal).Split(", ").Except([".jfif", ".pnm"]))
            {
                using var image = new Image<Rgb24>(8, 8, Color.White);
                for (int i = 0; i < 8; i++) image[name == "bars" ? 4 : i, name == "bars" ? i : 4] = Color.Black;
                if (ending == ".webp") image.Save(_folder[$"kinds/{name}/a{ending}"], new WebpEncoder { FileFormat = WebpFileFormatType.Lossy });
                else image.Save(_folder[$"kinds/{name}/a{ending}"]);
            }
        }

        Assert.Equal(0, CommandRun.Of("train", "--data", _folder["kinds"], "--hidden", "4", "--epochs", "1", "--out", _folder["kinds-run"]).ExitCode);
        Assert.Equal(0, CommandRun.Of("evaluate", _folder["kinds-run"], "--data", _folder["kinds"]).ExitCode);
        Assert.Equal(0, CommandRun.Of("data", "view", _folder["kinds"], "--out", _folder["kinds.png"]).ExitCode);
        Assert.Equal(0, CommandRun.Of("explain", _folder["kinds-run"], _folder["kinds/bars/a.jpg"]).ExitCode);
        File.WriteAllBytes(_folder["kinds/bars/a.jpg"], File.ReadAllBytes(_folder["kinds/bars/a.jpg"])[..^9]);
        Assert.Contains("is cut short", CommandRun.Of("evaluate", _folder["kinds-run"], "--data", _folder["kinds"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_digits_are_read_from_left_to_right_and_one_where_one_is_wanted()
    {
        byte[] pixels = new byte[200 * 80];
        for (int i = 0; i < 3; i++)
        {
            for (int y = 10; y < 50 + 10 * i; y++) pixels.AsSpan(y * 200 + 30 + 60 * i, 6 + i).Fill(255);
        }

        new GrayImage(200, 80, pixels).SavePng(_folder["three.png"]);

        var all = JsonDocument.Parse(CommandRun.Of("predict", _folder["run"], _folder["three.png"], "--json").Out).RootElement;
        var one = JsonDocument.Parse(CommandRun.Of("predict", _folder["run"], _folder["three.png"], "--one", "--json").Out).RootElement;
        string text = CommandRun.Of("predict", _folder["run"], _folder["three.png"]).Out;

        var digits = all.GetProperty("digits").EnumerateArray().ToArray();
        Assert.Equal([(30, 10, 6, 40), (90, 10, 7, 50), (150, 10, 8, 60)], digits.Select(digit => Box(digit)));
        Assert.Equal(string.Concat(digits.Select(digit => digit.GetProperty("prediction").GetInt32())), all.GetProperty("read").GetString());
        Assert.Equal((150, 10, 8, 60), Box(all));
        Assert.Equal(Box(all), Box(one));
        Assert.Equal(digits[2].GetProperty("outputs").GetRawText(), one.GetProperty("outputs").GetRawText());
        Assert.False(one.TryGetProperty("digits", out _));
        Assert.Contains($"three.png: {all.GetProperty("read").GetString()}, 3 digits from left to right", text, StringComparison.Ordinal);
        Assert.Contains("digit 2, 7×50 pixels at 90, 10: ", text, StringComparison.Ordinal);

        static (int, int, int, int) Box(JsonElement digit)
        {
            var box = digit.GetProperty("box");
            return (box.GetProperty("x").GetInt32(), box.GetProperty("y").GetInt32(), box.GetProperty("width").GetInt32(), box.GetProperty("height").GetInt32());
        }
    }

    [Fact]
    public void Digits_that_touch_are_refused_with_the_way_out()
    {
        byte[] pixels = new byte[200 * 80];
        for (int i = 0; i < 2; i++)
        {
            for (int y = 20; y < 60; y++) pixels.AsSpan(y * 200 + 30 + 110 * i, 6).Fill(255);
        }

        for (int y = 38; y < 43; y++) pixels.AsSpan(y * 200 + 30, 116).Fill(255);
        new GrayImage(200, 80, pixels).SavePng(_folder["touch.png"]);

        Assert.Contains("--one reads the largest", CommandRun.Of("predict", _folder["run"], _folder["touch.png"]).MustBeRefused(), StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("predict", _folder["run"], _folder["touch.png"], "--one").ExitCode);
    }

    [Fact]
    public void An_empty_sheet_is_refused()
    {
        new GrayImage(30, 30, new byte[900]).SavePng(_folder["blank.png"]);

        Assert.Contains("shows nothing", CommandRun.Of("predict", _folder["run"], _folder["blank.png"]).MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_normalising_the_size_must_be_right()
    {
        new GrayImage(30, 30, new byte[900]).SavePng(_folder["large.png"]);

        Assert.Contains("--no-normalize", CommandRun.Of("predict", _folder["run"], _folder["large.png"], "--no-normalize").MustBeRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_was_trained_on_is_used_when_no_data_are_named() =>
        Assert.Equal(0, CommandRun.Of("predict", _folder["run"], "--example", "3").ExitCode);
}
