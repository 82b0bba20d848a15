namespace Nabla;

/// <summary>
/// A dense layer on the way, before it is known what is made of its sums. Its numbers stay in the file until the network is made of them,
/// so that a node costs the same however large its matrix is.
/// </summary>
/// <param name="Source">What it takes in.</param>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Outputs">Number of neurons.</param>
/// <param name="Matrix">The weights.</param>
/// <param name="IsTurned">Whether they are a row a neuron, as ours; otherwise a column.</param>
/// <param name="Factor">What they are multiplied by.</param>
/// <param name="Biases">What is added to the sums; null for nothing.</param>
internal sealed record OnnxLayer(
    OnnxValue Source, int Inputs, int Outputs, OnnxTensor Matrix, bool IsTurned, float Factor, OnnxBiases? Biases = null)
{
    /// <summary>The layer itself.</summary>
    public DenseLayer Make(Activation activation)
    {
        var layer = new DenseLayer(Inputs, Outputs, activation);
        var weights = layer.Weights;
        if (IsTurned) Matrix.CopyTo(weights);
        else Turn(Matrix.ToArray(), weights);
        foreach (ref float weight in weights) weight = Times(Factor, weight);
        WriteBiases(layer.Biases);
        return layer;
    }

    // A product by 1 would change the bits of a NaN that signals.
    private static float Times(float factor, float number) => factor == 1 ? number : factor * number;

    private void Turn(float[] columns, Span<float> weights)
    {
        for (int j = 0; j < Outputs; j++)
        {
            for (int k = 0; k < Inputs; k++) weights[j * Inputs + k] = columns[k * Outputs + j];
        }
    }

    private void WriteBiases(Span<float> biases)
    {
        var added = new Stack<OnnxBiases>();
        for (var next = Biases; next is not null; next = next.Earlier) added.Push(next);
        bool isFirst = true;
        foreach (var (_, constant, factor) in added)
        {
            float[] numbers = constant.ToArray();
            for (int j = 0; j < biases.Length; j++)
            {
                float number = Times(factor, numbers[numbers.Length == 1 ? 0 : j]);
                biases[j] = isFirst ? number : number + biases[j];
            }

            isFirst = false;
        }
    }
}

/// <summary>What is added to the sums of a layer.</summary>
/// <param name="Earlier">What was added before; null for nothing.</param>
/// <param name="Constant">A number for each neuron, or one for all.</param>
/// <param name="Factor">What they are multiplied by.</param>
internal sealed record OnnxBiases(OnnxBiases? Earlier, OnnxTensor Constant, float Factor);
