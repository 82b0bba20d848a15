using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Nabla.Tests;

/// <summary>What we export, in other people's programs.</summary>
public sealed class OnnxRuntimeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Outputs_agree_with_ONNX_Runtime_for_every_activation()
    {
        foreach (var (name, network) in Networks())
        {
            foreach (bool takesPixels in (bool[])[false, true])
            {
                string file = $"{name}{(takesPixels ? "-pixels" : "")}.onnx";
                network.Save(_folder[file], takesPixels: takesPixels);
                var (inputs, outputs) = Answers(network, takesPixels);
                MustAgree(file, inputs, outputs);
            }
        }

        foreach (string target in (string[])["kind", "length"])
        {
            var (inputs, outputs) = WriteTableNetwork(target, $"table-{target}.onnx");
            MustAgree($"table-{target}.onnx", inputs, outputs);
        }
    }

    [OnnxCheckerFact]
    public void Files_pass_the_official_checker()
    {
        var files = new List<string>();
        foreach (var (name, network) in Networks())
        {
            files.Add(_folder[$"{name}.onnx"]);
            network.Save(files[^1], new ModelInfo { Cost = Cost.Quadratic }, takesPixels: files.Count % 2 == 0);
        }

        foreach (string target in (string[])["kind", "length"])
        {
            files.Add(_folder[$"table-{target}.onnx"]);
            WriteTableNetwork(target, $"table-{target}.onnx");
        }

        string said = OnnxTools.Check(OnnxTools.Python()!, [.. files]);

        Assert.Equal(files.Count, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    // Every activation in the middle and at the end, and the lectures' shape.
    private static IEnumerable<(string Name, Network Network)> Networks()
    {
        foreach (var activation in Activation.All)
        {
            if (activation != Activation.Softmax) yield return ($"hidden-{activation}", TestNetworks.Make(activation.Name, "identity", 3));
            yield return ($"output-{activation}", TestNetworks.Make("relu", activation.Name, 2));
        }

        yield return ("lecture", Network.Create(784, 5,
            new Dense(16, Activation.Sigmoid), new Dense(16, Activation.Sigmoid), new Dense(10, Activation.Sigmoid)));
    }

    private void MustAgree(string file, float[][] inputs, float[][] expected)
    {
        using var session = new InferenceSession(_folder[file]);
        var rows = new DenseTensor<float>(inputs.SelectMany(row => row).ToArray(), [inputs.Length, inputs[0].Length]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor(session.InputNames[0], rows)], ["output"]);
        float[] theirs = [.. results[0].AsTensor<float>()];
        float[] ours = [.. expected.SelectMany(row => row)];
        Assert.Equal(ours.Length, theirs.Length);
        Assert.All(ours.Zip(theirs), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-5 * Math.Max(1, Math.Abs(pair.First)), $"{file}: {pair}"));
    }

    // What runs the file puts in numbers as they are and categories one-hot; what comes out is in the target's unit.
    private (float[][] Inputs, float[][] Outputs) WriteTableNetwork(string target, string file)
    {
        var table = TestTables.Flowers();
        var (data, _, encoding) = TableEncoding.Split(table, new TableOptions { Target = target });
        var last = target == "kind" ? Activation.Softmax : Activation.Identity;
        var network = Network.Create(data.Inputs, 3, new Dense(6, Activation.Tanh), new Dense(data.Outputs, last));
        network.Save(_folder[file], new ModelInfo { Table = encoding });
        var predictor = new Predictor(network);
        float[][] outputs = [.. Enumerable.Range(0, data.Count).Select(i => predictor.Outputs(data[i].Input).ToArray()
            .Select(output => target == "kind" ? output : (float)encoding.Target.Value(output)).ToArray())];
        return (TestTables.RawInputs(table, encoding), outputs);
    }

    private static (float[][] Inputs, float[][] Outputs) Answers(Network network, bool takesPixels)
    {
        const int Count = 5;
        var rng = new Rng(4);
        var predictor = new Predictor(network);
        var inputs = new float[Count][];
        var outputs = new float[Count][];
        for (int i = 0; i < Count; i++)
        {
            byte[] pixels = [.. Enumerable.Range(0, network.Inputs).Select(_ => (byte)rng.NextInt(256))];

            // Numbers far from zero as well, where activations saturate.
            float[] numbers = [.. pixels.Select(_ => (float)rng.NextDouble(-10, 10))];
            inputs[i] = takesPixels ? [.. pixels.Select(p => (float)p)] : numbers;
            outputs[i] = (takesPixels ? predictor.Outputs(pixels) : predictor.Outputs(numbers)).ToArray();
        }

        return (inputs, outputs);
    }
}
