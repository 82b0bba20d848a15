using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Nabla.Fuzz;

/// <summary>
/// Gives a reader mutated inputs and notes which of them break the <see cref="Contract"/>. The seed and its number decide an input, so that
/// any can be had again.
/// </summary>
internal static class Hunt
{
    private const int InputsAtOnce = 500;

    /// <summary>Tries inputs.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="seed">The seed of the inputs.</param>
    /// <param name="from">The first of them, from 0.</param>
    /// <param name="inputs">How many.</param>
    public static Tally Run(Reader reader, ulong seed, int from, int inputs)
    {
        var all = new Tally();
        byte[][] words = [.. reader.Words.Concat(HostileText.All).Select(Encoding.UTF8.GetBytes)];
        Parallel.ForEach(Partitioner.Create(from, from + inputs, InputsAtOnce), range =>
        {
            var tally = new Tally();
            string folder = Directory.CreateTempSubdirectory("nabla-fuzz-").FullName;
            for (int index = range.Item1; index < range.Item2; index++) Try(reader, seed, index, Input(reader, words, seed, index), folder, tally);
            Directory.Delete(folder, recursive: true);
            lock (all) all.Add(tally);
        });
        return all;
    }

    /// <summary>Tries one input.</summary>
    public static void Try(Reader reader, ulong seed, int index, byte[][] parts, string folder, Tally tally)
    {
        bool wasAccepted = false;
        string? problem = null, detail = null;
        long before = GC.GetAllocatedBytesForCurrentThread(), started = Stopwatch.GetTimestamp();
        try
        {
            var use = reader.Read(parts, folder);
            wasAccepted = true;
            use();
        }
        catch (BrokenPromiseException broken)
        {
            (problem, detail) = ($"not kept: {broken.Message}", broken.Message);
        }
        catch (Exception error) when (!wasAccepted && reader.IsRefusal(error))
        {
            problem = Contract.ProblemOf(error.Message) is { } words ? $"{words}, from {Contract.PlaceOf(error)}" : null;
            detail = error.Message;
        }
        catch (Exception error)
        {
            // Whatever it is, it is what we are after.
            (problem, detail) = ($"{error.GetType().Name} {(wasAccepted ? "in use" : "while reading")}, from {Contract.PlaceOf(error)}", error.Message);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (Contract.ProblemOf(allocated, parts.Sum(part => (long)part.Length)) is { } memory) (problem, detail) = (memory, $"{allocated >> 20} MB; {detail}");
        tally.Note(wasAccepted, Stopwatch.GetElapsedTime(started), allocated,
            problem is null ? null : new Finding(reader.Name, seed, index, problem, detail!, parts));
    }

    internal static byte[][] Input(Reader reader, byte[][] words, ulong seed, int index)
    {
        // Every reader has inputs of its own; its name is its stream.
        ulong stream = 14695981039346656037;
        foreach (char letter in reader.Name) stream = (stream ^ letter) * 1099511628211;
        var rng = new Rng(seed, stream, (ulong)index);
        var samples = reader.Samples;
        return reader.Mutate(samples[rng.NextInt(samples.Count)], new Mutator(rng, words, samples));
    }
}
