using System.Diagnostics;
using System.Globalization;

namespace Nabla.Fuzz;

/// <summary>
/// A hunt as long as one likes: <c>dotnet run -c Release --project tests/Nabla.Fuzz -- --inputs 1000000 --seed 7</c>, and <c>--reader NAME</c> for
/// one reader alone, <c>--from N</c> to begin elsewhere, or files in place of <c>--inputs</c> to try them as they are. Ends with 1 where something was found.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<string>();
        for (int i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal)) files.Add(arguments[i]);
            else if (i + 1 < arguments.Length) given[arguments[i]] = arguments[++i];
        }

        var readers = Known.Readers.Where(reader => !given.TryGetValue("--reader", out string? name) || name == reader.Name).ToList();
        if (readers.Count == 0 || (files.Count > 0 && readers.Count != 1))
        {
            Console.Error.WriteLine($"Choose a --reader: {string.Join(", ", Known.Readers.Select(reader => reader.Name))}.");
            return 2;
        }

        long all = 0, found = 0;
        Console.WriteLine($"{"reader",-16}{"inputs",10}{"accepted",10}{"refused",10}{"seconds",9}{"slowest",9}{"most MB",9}");
        foreach (var reader in readers)
        {
            long started = Stopwatch.GetTimestamp();
            var tally = files.Count > 0 ? TryFiles(reader, files) : Hunt.Run(reader, Seed(), Number("--from", 0), Number("--inputs", reader.Inputs));
            long tried = tally.Accepted + tally.Refused;
            all += tried;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reader.Name,-16}{tried,10}{tally.Accepted,10}{tally.Refused,10}"
                    + $"{Stopwatch.GetElapsedTime(started).TotalSeconds,9:F1}{tally.Slowest.TotalSeconds,9:F2}{tally.MostAllocated / 1048576.0,9:F1}"));
            foreach (var finding in tally.Findings)
            {
                found++;
                Console.WriteLine(finding.Report());
            }
        }

        Console.WriteLine($"{all} inputs, {found} findings");
        return found == 0 ? 0 : 1;

        int Number(string name, int usual) => given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

        ulong Seed() => given.TryGetValue("--seed", out string? text) ? ulong.Parse(text, CultureInfo.InvariantCulture) : 1;
    }

    private static Tally TryFiles(Reader reader, List<string> files)
    {
        var tally = new Tally();
        string folder = Directory.CreateTempSubdirectory("nabla-fuzz-").FullName;
        Hunt.Try(reader, 0, 0, [.. files.Select(File.ReadAllBytes)], folder, tally);
        Directory.Delete(folder, recursive: true);
        return tally;
    }
}
