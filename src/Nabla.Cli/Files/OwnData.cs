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
    public const string SizeKey = "image.size";

    /// <summary>Whether a folder has images in folders, one a class; perhaps once to learn from and once for testing.</summary>
    public static bool IsImageFolder(string folder) => ImageFolder.IsFolder(folder) || ImageFolder.IsFolder(ImageFolder.Parts(folder).Train);

    /// <summary>Whether a file is a table of pictures, each with its label.</summary>
    public static bool IsPictures(DataRequest request) => ReadPictures(request) is not null;

    public static LoadedData LoadTable(DataRequest request)
    {
        string path = request.Name;
        if (ReadPictures(request) is { } pictures) return LoadPictures(request, pictures);
        var table = Csv.Read(path, request.Csv);
        string digest = FileDigest(path);
        if (request.Model is { } model)
        {
            var encoding = model.Info.Table
                ?? throw CliException.Wrong($"--data is '{path}', a table, but the model was not trained on one; give data of the kind that it was trained on.");
            var (learned, tested) = IsSame(model, digest) is { } split ? encoding.Divide(table, split.Part, split.Seed)
                : (encoding.Encode(table), request.TestData is { } other ? encoding.Encode(ReadTest(other, request)) : null);
            return new LoadedData(path, learned, tested ?? learned, Where(path, table)) { Encoding = encoding };
        }

        string columns = string.Join(", ", table.Columns.Take(20)) + (table.Columns.Count > 20 ? ", …" : "");
        var options = request.Table ?? throw CliException.Wrong($"--data is '{path}', a table; say with --target COLUMN what to predict. Its columns are {columns}.");
        options = options with { Reach = request.Outputs?.Range };
        if (request.TestData is { } testPath)
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

    // Rows of pixels are pictures, unless what was said makes sense of a table alone.
    private static Dataset? ReadPictures(DataRequest request)
    {
        if (request.IsTable || request.Model?.Info.Table is not null) return null;
        return Csv.ReadPictures(request.Name, request.Csv, request.Model?.Network.Outputs ?? 1) is { Label: { } label } rows
            && (request.Table is null || request.Table.Target.Equals(label, StringComparison.OrdinalIgnoreCase)) ? rows.Pictures : null;
    }

    private static LoadedData LoadPictures(DataRequest request, Dataset all)
    {
        string path = request.Name;
        var data = new LoadedData(path, all, all, $"{path}, {Format.Count(all.Count)} rows of {all.Width}×{all.Height} pixels")
        {
            Notes = [$"'{path}' has rows of {all.Width}×{all.Height} pixels and their labels, and they are taken as pictures; --task classification takes it for a table"],
        };
        if (request.TestData is { } other)
        {
            var tested = ReadTestPictures(other, request, all.Classes);
            return data with { Train = tested.Classes == all.Classes ? all : Csv.ReadPictures(path, request.Csv, tested.Classes)!.Value.Pictures, Test = tested };
        }

        return Divided(data, request, FileDigest(path));
    }

    private static Dataset ReadTestPictures(string path, DataRequest request, int classes) =>
        !File.Exists(path) ? throw CliException.Wrong($"--test-data is '{path}'; there is no such file.")
        : Csv.ReadPictures(path, request.Csv, classes) is { Label: not null } rows ? rows.Pictures
        : throw CliException.Wrong($"--test-data is '{path}', which has no rows of 28×28 pixels with labels, as '{request.Name}' has; give such a table.");

    public static LoadedData LoadImages(DataRequest request)
    {
        string folder = request.Name;
        var model = request.Model;
        var (inner, test, unused) = ImageFolder.Parts(folder);
        if (request.TestData is { } other) (test, unused) = (TestFolder(other), test is null ? unused : [test, .. unused]);
        var own = ImageFolder.Classes(inner);
        var classes = model is null ? null : model.Info.ClassNames ?? [.. Enumerable.Range(0, model.Network.Outputs).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        var size = request.Size ?? model?.ImageSize;
        bool normalize = size is null && (model?.NormalizesImages ?? request.Normalize ?? (own.Count == 10 && AreDigits(own)));

        var all = ImageFolder.Load(inner, size, classes, normalize);
        var data = new LoadedData(folder, all, all, folder)
        {
            IsNormalized = normalize,
            Split = normalize ? new Dictionary<string, string>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { [SizeKey] = $"{all.Width}x{all.Height}" },
            Notes =
            [
                Taken(all, normalize, request),
                .. unused.Select(part => $"'{part}' is left aside: '{test}' is what is tested on"),
                .. own.Where(ImageFolder.IsPart).Select(name => $"'{name}' is taken for a class, for there are pictures right in it"),
            ],
        };
        return test is null ? Divided(data, request, Digest(all))
            : data with { Test = ImageFolder.Load(test, normalize ? null : size ?? (all.Width, all.Height), all.ClassNames, normalize) };
    }

    /// <summary>Whether classes are called as digits are.</summary>
    public static bool AreDigits(IReadOnlyList<string> classes) => classes.All(name => name is [>= '0' and <= '9']);

    private static string TestFolder(string folder)
    {
        var (inner, test, _) = ImageFolder.Parts(folder);
        return ImageFolder.IsFolder(test ?? inner) ? test ?? inner
            : throw CliException.Wrong($"--test-data is '{folder}'; give a folder with a folder of images for each class.");
    }

    private static string Taken(Dataset all, bool normalize, DataRequest request) => (normalize, request.Model) switch
    {
        (true, { }) => "each picture is prepared as MNIST was, as 'predict' does for this model; --resize 28x28 takes them as they are",
        (true, null) => "each picture is prepared as MNIST was"
            + (request.Normalize is null ? ", for the classes are the ten digits; --resize WxH takes them as they are" : ""),
        (false, null) when request.Size is null => $"the pictures are taken as they are, {all.Width}×{all.Height} pixels; --normalize prepares each as MNIST was",
        _ => $"the pictures are taken as they are, at {all.Width}×{all.Height} pixels",
    };

    // All that the data are, divided: as it was in training, where they are the same; of other data all are for testing.
    private static LoadedData Divided(LoadedData data, DataRequest request, string digest)
    {
        var all = data.Train;
        if (request.Model is { } model)
        {
            var (learned, tested) = IsSame(model, digest) is { } split ? all.Split(split.Part, split.Seed) : (all, null);
            return data with { Train = learned, Test = tested ?? learned };
        }

        var (train, test) = all.Split(request.TestPart, request.Seed);
        var remembered = new Dictionary<string, string>(data.Split.Concat(Remember(request, digest)), StringComparer.Ordinal);
        var divided = data with { Train = train, Test = test ?? train, Split = remembered };
        return test is null ? throw NoTest(divided, request) : divided;
    }

    // The same data as in training are divided in the same way again; all of other data are for testing.
    private static (double Part, ulong Seed)? IsSame(LocatedModel model, string digest) =>
        model.Info.Provenance.GetValueOrDefault(DigestKey) == digest
        && double.TryParse(model.Info.Provenance.GetValueOrDefault(PartKey), CultureInfo.InvariantCulture, out double part) && part is > 0 and < 1
        && ulong.TryParse(model.Info.Provenance.GetValueOrDefault(SeedKey), out ulong seed)
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
