using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Nabla.Cli;

/// <summary>People's own data: tables, and folders of images.</summary>
internal static class OwnData
{
    public const string PartKey = "test.split";
    private const string SeedKey = "test.split.seed";
    private const string DigestKey = "data.digest";
    private const string SizeKey = "image.size";

    // A model says what its pictures are scaled to, and may come from a stranger.
    private const long MostPixels = 1 << 24;

    /// <summary>Whether a folder has images in folders, one a class; perhaps once to learn from and once for testing.</summary>
    public static bool IsImageFolder(string folder) => ImageFolder.IsFolder(folder) || ImageFolder.IsFolder(Path.Combine(folder, "train"));

    /// <summary>The size that a model's images have, where it was trained on a folder of them; then they are taken as they are.</summary>
    public static (int Width, int Height)? ImageSize(ModelInfo model) =>
        model.Provenance.GetValueOrDefault(SizeKey)?.Split('x') is [var w, var h] && int.TryParse(w, out int width) && int.TryParse(h, out int height)
        && width > 0 && height > 0 && (long)width * height <= MostPixels
            ? (width, height)
            : null;

    public static LoadedData LoadTable(DataRequest request)
    {
        string path = request.Name;
        var table = Csv.Read(path, request.Csv);
        string digest = FileDigest(path);
        if (request.Model is { } model)
        {
            var encoding = model.Table
                ?? throw CliException.Wrong($"--data is '{path}', a table, but the model was not trained on one; give data of the kind that it was trained on.");
            var (learned, tested) = IsSame(model, digest) is { } split ? encoding.Divide(table, split.Part, split.Seed)
                : (encoding.Encode(table), request.TestTable is { } other ? encoding.Encode(ReadTest(other, request)) : null);
            return new LoadedData(path, learned, tested ?? learned, Where(path, table)) { Encoding = encoding };
        }

        string columns = string.Join(", ", table.Columns.Take(20)) + (table.Columns.Count > 20 ? ", …" : "");
        var options = request.Table ?? throw CliException.Wrong($"--data is '{path}', a table; say with --target COLUMN what to predict. Its columns are {columns}.");
        options = options with { Reach = request.Outputs?.Range };
        if (request.TestTable is { } testPath)
        {
            var testTable = ReadTest(testPath, request);
            var (all, _, learnedFrom) = TableEncoding.Split(table, options);
            return new LoadedData(path, all, learnedFrom.Encode(testTable), $"{Where(path, table)}, and {testPath}") { Encoding = learnedFrom };
        }

        var (train, test, fitted) = TableEncoding.Split(table, options, request.TestPart, request.Seed);
        var data = new LoadedData(path, train, test ?? train, Where(path, table)) { Encoding = fitted, Split = Remember(request, digest) };
        return test is null ? throw NoTest(data, request) : data;
    }

    private static Table ReadTest(string path, DataRequest request) => File.Exists(path) ? Csv.Read(path, request.Csv)
        : throw CliException.Wrong($"--test-data is '{path}'; there is no such file.");

    public static LoadedData LoadImages(DataRequest request)
    {
        string folder = request.Name, inner = Path.Combine(folder, "train");
        var size = request.Size ?? (request.Model is null ? null : ImageSize(request.Model));
        if (ImageFolder.IsFolder(inner) && ImageFolder.IsFolder(Path.Combine(folder, "test")))
        {
            var learned = ImageFolder.Load(inner, size, request.Model?.ClassNames);
            var tested = ImageFolder.Load(Path.Combine(folder, "test"), size ?? (learned.Width, learned.Height), learned.ClassNames);
            var shape = new Dictionary<string, string>(StringComparer.Ordinal) { [SizeKey] = $"{learned.Width}x{learned.Height}" };
            return new LoadedData(folder, learned, tested, folder) { Split = shape };
        }

        var all = ImageFolder.Load(folder, size, request.Model?.ClassNames);
        string digest = Digest(all);
        if (request.Model is { } model)
        {
            var (learned, tested) = IsSame(model, digest) is { } split ? all.Split(split.Part, split.Seed) : (all, null);
            return new LoadedData(folder, learned, tested ?? learned, folder);
        }

        var (train, test) = all.Split(request.TestPart, request.Seed);
        var remembered = Remember(request, digest);
        remembered[SizeKey] = $"{all.Width}x{all.Height}";
        var data = new LoadedData(folder, train, test ?? train, folder) { Split = remembered };
        return test is null ? throw NoTest(data, request) : data;
    }

    // The same data as in training are divided in the same way again; all of other data are for testing.
    private static (double Part, ulong Seed)? IsSame(ModelInfo model, string digest) =>
        model.Provenance.GetValueOrDefault(DigestKey) == digest
        && double.TryParse(model.Provenance.GetValueOrDefault(PartKey), CultureInfo.InvariantCulture, out double part) && part is > 0 and < 1
        && ulong.TryParse(model.Provenance.GetValueOrDefault(SeedKey), out ulong seed)
            ? (part, seed)
            : null;

    private static Dictionary<string, string> Remember(DataRequest request, string digest) => new(StringComparer.Ordinal)
    {
        [PartKey] = request.TestPart.ToString("R", CultureInfo.InvariantCulture),
        [SeedKey] = request.Seed.ToString(CultureInfo.InvariantCulture),
        [DigestKey] = digest,
    };

    private static string Digest(Dataset data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(data.Pixels);
        hash.AppendData(MemoryMarshal.AsBytes(data.Labels));
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string FileDigest(string path)
    {
        using var file = File.OpenRead(path);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string Where(string path, Table table) => $"{path}, {Format.Count(table.Count)} rows of {table.Columns.Count} columns";

    // Of a class of m examples, round(part·m) are set aside.
    private static CliException NoTest(LoadedData data, DataRequest request)
    {
        int most = data.Train.IsRegression ? data.Train.Count : data.Train.Labels.ToArray().CountBy(label => label).Max(count => count.Value);
        string? share = most > 1 ? $"at least --test-split {Format.Number(RoundedUp(0.5 / most))}" : null;
        string? other = data.Encoding is null ? null : $"a table to be tested on, with --test-data FILE: '{data.Name}' itself to be tested on what was learned";
        string mend = share is null && other is null ? "give more images of a class" : $"give {string.Join(", or ", new[] { share, other }.OfType<string>())}";
        return CliException.Wrong($"--test-split {Format.Number(request.TestPart)} leaves no example of '{data.Name}' to be tested on; {mend}.");
    }

    private static double RoundedUp(double part)
    {
        double scale = Math.Pow(10, 1 + Math.Ceiling(-Math.Log10(part)));
        return Math.Ceiling(part * scale) / scale;
    }
}
