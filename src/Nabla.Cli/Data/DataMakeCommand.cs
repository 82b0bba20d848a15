using System.CommandLine;

namespace Nabla.Cli;

/// <summary><c>nabla data make</c>.</summary>
internal static class DataMakeCommand
{
    private const int UsualCount = 60_000;
    private const int UsualTestCount = 10_000;
    private const int MostImages = 2_000_000;

    public static Command Create(Host host)
    {
        var name = new Argument<string?>("NAME") { Description = "digits", Arity = ArgumentArity.ZeroOrOne };
        var folder = OptionOf.Text("--out", "FOLDER", "where to write the four IDX files");
        var count = OptionOf.Whole("--count", "N", "how many training images (default: 60000)", 1, "60000", MostImages);
        var testCount = OptionOf.Whole("--test-count", "N", "how many test images (default: 10000)", 1, "10000", MostImages);
        var seed = OptionOf.Seed("decides every image (default: 1, which is --data digits)");
        var overwrite = OptionOf.Flag("--overwrite", "replace data that are there already");
        var json = OptionOf.Flag("--json", "where it is, as one JSON object");
        var command = new DescribedCommand("make", "Writes the built-in digits as the four IDX files that MNIST programs read.")
        {
            Examples = [new("data make digits --out my-digits --count 5000 --test-count 1000 --seed 7", "other digits than --data digits")],
        };
        command.Add(name);
        command.AddGroup("What", count, testCount, seed);
        command.AddGroup("Result", folder, overwrite, json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name)?.Equals(DataSource.Digits, StringComparison.OrdinalIgnoreCase) != true)
                throw CliException.Wrong($"data make can make 'digits'; give that name, and --out FOLDER.");
            string where = parsed.GetValue(folder)
                ?? throw CliException.Wrong($"data make digits needs --out FOLDER, where to write the four IDX files.");
            CheckFolder(where, parsed.GetValue(overwrite));
            var (train, test) = Digits.Load(
                parsed.GetValue(seed) ?? 1, parsed.GetValue(count) ?? UsualCount, parsed.GetValue(testCount) ?? UsualTestCount, host.Cancellation);
            host.Cancellation.ThrowIfCancellationRequested();
            Idx.SaveFolder(where, train, test);
            if (parsed.GetValue(json)) host.WriteJson(new DataPlace(DataSource.Digits, where), CliJson.Default.DataPlace);
            else host.Out.WriteLine($"{Format.Count(train.Count)} + {Format.Count(test.Count)} digits are in {where}; "
                + $"use them with --data {Shell.Quote(where)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static void CheckFolder(string folder, bool overwrite)
    {
        if (File.Exists(folder)) throw CliException.Wrong($"--out is '{folder}', which is a file; choose a folder.");
        if (!overwrite && Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*ubyte*").FirstOrDefault() is { } there)
            throw CliException.Wrong($"--out is '{folder}', which already holds {Path.GetFileName(there)}; choose another folder, "
                + $"or add --overwrite. Nothing was overwritten.");
    }
}
