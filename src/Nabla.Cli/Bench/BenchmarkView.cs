using System.Globalization;
using System.Runtime.InteropServices;
namespace Nabla.Cli;

/// <summary>Shows a benchmark: a row as soon as its job is done, so that there is something to see while the rest runs.</summary>
internal sealed class BenchmarkView(Host host, bool json)
{
    private const int BarWidth = 12;

    private static readonly int NameWidth = BenchmarkJob.All.Max(job => job.Name.Length);

    public void Begin(LoadedData data, BenchmarkSettings settings)
    {
        if (json) return;
        string threads = settings.Threads == 1 ? "one thread" : $"training on {settings.Threads} threads, the rest on one";
        Label("machine", $"{Nabla.Cli.Machine.Name}, {Environment.ProcessorCount} processor{(Environment.ProcessorCount == 1 ? "" : "s")}");
        Label("runtime", $"{RuntimeInformation.FrameworkDescription}, vectors of {VectorUnit.Bits} bits, {threads}");
        Label("data", $"{data.Train.Name}, {Format.Count(data.Train.Count)} + {Format.Count(data.Test.Count)}");
    }

    public void Machine(VectorSpeed limit, double bandwidth)
    {
        if (json) return;
        Label("limit", $"{Fixed(limit.Gflops, 1)} GFLOP/s a thread (multiply-adds, {limit.VectorBits} bits), {Fixed(bandwidth, 1)} GB/s from memory");
        host.Out.WriteLine();
        Row("job", "examples/s", "s/epoch", "GFLOP/s", "of limit", null);
    }

    public void Job(BenchmarkJobResult job)
    {
        if (json) return;
        string epoch = job.SecondsPerEpoch is { } seconds ? Fixed(seconds, seconds < 1 ? 3 : 2) : "";
        Row(job.Name, Format.Count((long)job.ExamplesPerSecond), epoch, Fixed(job.Gflops, 1), Fixed(100 * job.ShareOfLimit, 1) + "%", job.ShareOfLimit);
    }

    public void End(BenchmarkResult result)
    {
        if (json)
        {
            host.WriteJson(result, CliJson.Default.BenchmarkResult);
            return;
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"The median of {result.Jobs[0].Repeats} repeats. GFLOP/s count every weight, also those of dark pixels,");
        host.Out.WriteLine("which the engine leaves out: a share can be more than 100%.");
    }

    private void Row(string name, string examples, string epoch, string gflops, string share, double? bar)
    {
        string numbers = $"{examples,12}{epoch,9}{gflops,9}{share,10}";
        if (!host.OutScreen.IsTerminal)
        {
            host.Out.WriteLine($"{name.PadRight(NameWidth)}{numbers}");
            host.Out.Flush();
            return;
        }

        var console = SpectreConsole.For(host.Out, host.OutScreen);
        console.Line(bar is { } part
            ? (Styled)$"[bold]{name.PadRight(NameWidth)}[/]{numbers}  [steelblue1]{Bar.Of(part, BarWidth)}[/]"
            : $"[grey]{name.PadRight(NameWidth)}{numbers}[/]");
    }

    private void Label(string label, string text)
    {
        if (host.OutScreen.IsTerminal)
            SpectreConsole.For(host.Out, host.OutScreen).Line($"[grey]{label,-8}[/]{text}");
        else
            host.Out.WriteLine($"{label + ":",-9}{text}");
        host.Out.Flush();
    }

    private static string Fixed(double number, int digits) => number.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
