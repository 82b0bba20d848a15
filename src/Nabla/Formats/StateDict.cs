
namespace Nabla;

/// <summary>
/// The dense layers among the tensors of a file, in the order in which they follow each other. PyTorch names them as the program does
/// (<c>0.weight</c>, <c>fc1.weight</c>, <c>layers.0.weight</c>), and a file keeps them in no order. Names that differ by their
/// numbers alone follow these; for the rest, each layer must take as many inputs as the one before has neurons, and where that
/// leaves a choice nothing is guessed.
/// </summary>
internal static class StateDict
{
    private const string WeightName = "weight", BiasName = "bias";

    /// <summary>A dense layer: what its tensors are called, and its size.</summary>
    internal sealed record NamedLayer(string Weight, string? Bias, int Inputs, int Outputs);

    /// <exception cref="InvalidDataException">There are other tensors, or no one order of the layers.</exception>
    public static List<NamedLayer> Find(SafetensorsFile file)
    {
        var tensors = file.Header.Tensors;

        // Our own files may come to hold more than the network, and never leave out biases.
        bool isOurs = file.Header.Metadata.GetValueOrDefault("format") == "nabla";
        var layers = new List<NamedLayer>();
        foreach (var (name, tensor) in tensors)
        {
            if (isOurs && !name.StartsWith("layers.", StringComparison.Ordinal)) continue;
            string shown = Printable.Name(name);
            if (TryPrefix(name, BiasName) is { } owner && tensors.ContainsKey(owner + WeightName)) continue;
            if (TryPrefix(name, WeightName) is not { } prefix)
                throw Refusal.Data($"its tensor '{shown}' is no part of a dense layer ('….weight' and '….bias')");
            if (tensor.Shape is not [> 0 and <= int.MaxValue and var outputs, > 0 and <= int.MaxValue and var inputs])
                throw Refusal.Data($"its tensor '{shown}' is no matrix of a dense layer, but [{Printable.Name(string.Join(", ", tensor.Shape))}]");
            string? bias = tensors.ContainsKey(prefix + BiasName) ? prefix + BiasName : null;
            if (bias is null ? isOurs : tensors[bias].Shape is not [var biases] || biases != outputs)
                throw Refusal.Data($"it has no vector '{Printable.Name(prefix + BiasName)}' of {outputs} numbers");
            file.Check(name);
            if (bias is not null) file.Check(bias);
            layers.Add(new NamedLayer(name, bias, (int)inputs, (int)outputs));
        }

        if (layers.Count == 0) throw Refusal.Data($"it has no layer ('….weight')");
        return Chain(layers);
    }

    private static string? TryPrefix(string name, string end) =>
        name == end || name.EndsWith("." + end, StringComparison.Ordinal) ? name[..^end.Length] : null;

    private static List<NamedLayer> Chain(List<NamedLayer> layers)
    {
        // One queue for names that differ by their numbers alone; a layer's turn comes when it is the first of its queue.
        List<NamedLayer>[] queues =
        [
            .. layers.GroupBy(layer => WithoutNumbers(layer.Weight))
                .Select(group => group.OrderBy(layer => layer.Weight, Comparer<string>.Create(CompareNumbers)).ToList()),
        ];
        int[] taken = new int[queues.Length];
        var chain = new List<NamedLayer>();
        List<NamedLayer>? found = null;
        bool isOnlyOne = true;
        int tries = 10_000;
        Extend();
        if (found is not null && isOnlyOne && tries > 0) return found;
        string names = Printable.Name(string.Join(", ", queues.SelectMany(queue => queue)
            .Select(layer => $"{layer.Weight} [{layer.Outputs}, {layer.Inputs}]")));
        throw Refusal.Data(found is null && tries > 0
            ? (Said)($"its layers do not follow each other ({names}): "
                + $"each must take as many inputs as the one before has neurons")
            : $"its layers could follow each other in several orders ({names}); "
                + $"give them names that differ by a number, such as fc1 and fc2");

        void Extend()
        {
            if (chain.Count == layers.Count)
            {
                isOnlyOne = found is null;
                found ??= [.. chain];
                return;
            }

            for (int q = 0; q < queues.Length && isOnlyOne && tries-- > 0; q++)
            {
                if (taken[q] == queues[q].Count) continue;
                var next = queues[q][taken[q]];
                if (chain.Count > 0 && chain[^1].Outputs != next.Inputs) continue;
                taken[q]++;
                chain.Add(next);
                Extend();
                chain.RemoveAt(chain.Count - 1);
                taken[q]--;
            }
        }
    }

    // Of two names that differ by their numbers alone: the first number that differs decides.
    private static int CompareNumbers(string? a, string? b)
    {
        foreach (var (x, y) in Numbers(a!).Zip(Numbers(b!)))
        {
            string left = x.TrimStart('0'), right = y.TrimStart('0');
            int order = left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
            if (order != 0) return order;
        }

        return string.CompareOrdinal(a, b);
    }

    // fc1.weight and fc2.weight alike. (A regular expression would be the only one, and bring its whole library into the page.)
    private static string WithoutNumbers(string name) => string.Concat(name.Select((c, i) =>
        !char.IsAsciiDigit(c) ? $"{c}" : i > 0 && char.IsAsciiDigit(name[i - 1]) ? "" : "#"));

    private static string[] Numbers(string name) =>
        string.Concat(name.Select(c => char.IsAsciiDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
