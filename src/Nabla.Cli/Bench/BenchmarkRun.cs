using System.Runtime.InteropServices;

namespace Nabla.Cli;

/// <summary>One run of <c>nabla bench</c>: the machine's limits, then job after job.</summary>
internal sealed class BenchmarkRun(Host host, BenchmarkSettings settings)
{
    private const int Repeats = 7;
    private static readonly TimeSpan MostForTheMachine = TimeSpan.FromSeconds(0.5);

    // What the compiler needs, on a slow machine too, to see what is worth its trouble and to be done with it.
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(0.75);

    public int Execute()
    {
        var data = Load();
        var view = new BenchmarkView(host, settings.Json);
        view.Begin(data, settings);

        var time = Shorter(settings.Time, MostForTheMachine);
        var vectors = VectorUnit.Measure(time);
        var limit = vectors.MaxBy(speed => speed.Gflops)!;
        double bandwidth = MainMemory.Measure(time);
        view.Machine(limit, bandwidth);

        var jobs = new List<BenchmarkJobResult>();
        foreach (var job in settings.Jobs)
        {
            var result = Measure(job, data, limit.Gflops);
            jobs.Add(result);
            view.Job(result);
        }

        view.End(new BenchmarkResult
        {
            FmaGflops = limit.Gflops,
            BandwidthGBs = bandwidth,
            Jobs = jobs,
            Fma = vectors,
            Processor = Machine.Processor,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Processors = Environment.ProcessorCount,
            VectorBits = VectorUnit.Bits,
            OperatingSystem = RuntimeInformation.OSDescription,
            Framework = RuntimeInformation.FrameworkDescription,
            Version = AnsweringFlag.Version,
            Threads = settings.Threads,
            Data = data.Name,
            TrainExamples = data.Train.Count,
            TestExamples = data.Test.Count,
        });
        return ExitCode.Done;
    }

    private BenchmarkJobResult Measure(BenchmarkJob job, LoadedData data, double limit)
    {
        int threads = job.IsTraining ? settings.Threads : 1;
        var workload = job.Prepare(data, threads);

        Rates(workload, Shorter(settings.Time, LongestWarmUp));
        var rates = Rates(workload, settings.Time);
        rates.Sort();
        double median = rates[Repeats / 2], gflops = median * job.FlopsPerExample / 1e9;
        return new BenchmarkJobResult
        {
            Name = job.Name,
            Kind = job.Kind,
            ExamplesPerSecond = median,
            BestExamplesPerSecond = rates[^1],
            Gflops = gflops,
            ShareOfLimit = gflops / (threads * limit),
            SecondsPerEpoch = job.IsTraining ? data.Train.Count / median : null,
            FlopsPerExample = job.FlopsPerExample,
            Threads = threads,
            Repeats = Repeats,
        };
    }

    private List<double> Rates(Workload workload, TimeSpan time)
    {
        var rates = new List<double>();
        for (int i = 0; i < Repeats; i++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            var (examples, took) = workload(time / Repeats);
            rates.Add(examples / took.TotalSeconds);
        }

        return rates;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private LoadedData Load()
    {
        var request = settings.Data;
        if (request.Name.Equals(DataSource.Auto, StringComparison.OrdinalIgnoreCase))
        {
            // To time a machine is no reason to fetch anything.
            bool found = Mnist.TryFind(out _);
            if (!found) host.Notice("MNIST is not on this machine; using the built-in digits");
            request = request with { Name = found ? PublishedDataset.Mnist.Name : DataSource.Digits };
        }

        var data = DataSource.Load(request, host);
        if (data.Train is { IsImages: true, Inputs: 784, Classes: <= 10 }) return data;
        throw CliException.Wrong($"the networks of 'bench' read images of 784 pixels in 10 classes, but '{data.Name}' has "
            + $"{data.Train.Inputs} inputs and {data.Train.Classes} classes; give --data mnist or --data digits.");
    }
}
