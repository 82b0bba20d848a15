namespace Nabla.Cli;

/// <summary>Finds, fetches or makes the data that a command is asked to use.</summary>
internal static class DataSource
{
    public const string Auto = "auto";
    public const string Digits = "digits";

    /// <summary>What <c>--data</c> knows by name.</summary>
    public static IEnumerable<string> Known => [Auto, .. PublishedDataset.All.Select(set => set.Name), Digits];

    /// <summary>Inputs and classes of data known by name; null where they show only once it is loaded.</summary>
    public static DataShape? ShapeOf(string name) => IsKnown(name) ? new DataShape(name, 784, 10) : null;

    /// <summary>Whether data has a name that means the same everywhere.</summary>
    public static bool IsKnown(string name) => Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads data, downloading it where that is needed.</summary>
    /// <param name="request">Which.</param>
    /// <param name="host">Hears of progress, on standard error.</param>
    /// <param name="quiet">Whether it hears nothing.</param>
    public static LoadedData Load(DataRequest request, Host host, bool quiet = false)
    {
        var data = Find(request, host, quiet);
        if (!request.Transpose && data.Train.IsImages && data.Train.Name.StartsWith("emnist", StringComparison.OrdinalIgnoreCase))
            data = data with { Notes = [.. data.Notes, "EMNIST's own files have rows and columns of pictures exchanged; --transpose sets them upright"] };
        if (request.Transpose) data = data with { Train = Transposed(data.Train), Test = Transposed(data.Test) };
        foreach (string note in quiet ? [] : data.Notes) host.Notice($"Note: {note}");
        return data;
    }

    private static LoadedData Find(DataRequest request, Host host, bool quiet)
    {
        if (Same(request.Name, Auto)) return LoadAuto(request, host, quiet);
        if (Same(request.Name, Digits)) return MakeDigits(request);
        if (PublishedDataset.Find(request.Name) is { } set)
        {
            if (!set.TryFind(out string? found)) found = Download.Run(set, new DownloadOptions(), host, quiet);
            return LoadPublished(set, found, request);
        }

        if (Csv.Endings.Include(request.Name) && File.Exists(request.Name))
        {
            RefuseForFolders(request, "--normalize", request.Normalize is true);
            return Shortened(OwnData.LoadTable(request), request);
        }

        return LoadFolder(request);
    }

    private static LoadedData LoadAuto(DataRequest request, Host host, bool quiet)
    {
        var mnist = PublishedDataset.Mnist;
        if (!mnist.TryFind(out string? folder)) folder = Download.TryShortly(mnist, host, quiet);
        if (folder is not null) return LoadPublished(mnist, folder, request);
        if (!quiet)
        {
            string why = Download.IsOffline(host) ? "NABLA_OFFLINE forbids to fetch it" : "it cannot be fetched now";
            host.Notice($"MNIST is not on this machine, and {why}; using the built-in digits ('{host.Command} data get mnist' fetches it)");
        }

        return MakeDigits(request);
    }

    private static LoadedData MakeDigits(DataRequest request)
    {
        var (train, test) = Nabla.Digits.Load(train: request.TrainExamples ?? 60_000, test: request.TestExamples ?? 10_000);
        return new LoadedData(Digits, train, test, "made by Nabla itself");
    }

    private static LoadedData LoadPublished(PublishedDataset set, string folder, DataRequest request)
    {
        var (train, test) = set.Load(folder);
        return Shortened(new LoadedData(set.Name, train, test, folder), request);
    }

    private static LoadedData LoadFolder(DataRequest request)
    {
        string folder = request.Name;
        bool isIdx = Idx.IsFolder(folder), isImages = !isIdx && OwnData.IsImageFolder(folder);
        RefuseForFolders(request, "--normalize", !isImages && request.Normalize is true);
        RefuseForFolders(request, "--test-data", !isImages && request.TestData is not null);
        if (!isIdx && File.Exists(folder))
        {
            if (!Npz.Endings.Include(folder) && !Npz.Endings.Include(Path.GetFileNameWithoutExtension(folder)))
                throw CliException.Wrong($"--data is '{folder}', which is a file; give the folder with the four IDX files, a table ({Csv.Endings}), or an .npz file.");
            var (learned, tested) = Npz.Load(folder);
            return Shortened(new LoadedData(folder, learned, tested, folder), request);
        }

        if (!isIdx && !Directory.Exists(folder))
        {
            throw CliException.Wrong($"--data is '{folder}'{Suggestion.For(folder, Known)}; "
                + $"there is no such folder or table, and the known data are {string.Join(", ", Known)}.");
        }

        if (isImages) return Shortened(OwnData.LoadImages(request), request);
        var (train, test) = Idx.LoadFolder(folder);
        return Shortened(new LoadedData(folder, train, test, folder), request);
    }

    private static LoadedData Shortened(LoadedData data, DataRequest request) => data with
    {
        Train = request.TrainExamples is { } train ? data.Train.Take(train) : data.Train,
        Test = request.TestExamples is { } test ? data.Test.Take(test) : data.Test,
    };

    private static void RefuseForFolders(DataRequest request, string option, bool isGiven)
    {
        if (isGiven) throw CliException.Wrong($"'{request.Name}' is no folder of images; leave out {option}.");
    }

    private static Dataset Transposed(Dataset data) =>
        data.IsImages ? data.Transposed() : throw CliException.Wrong($"--transpose is for images, but '{data.Name}' holds numbers; leave it out.");

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
