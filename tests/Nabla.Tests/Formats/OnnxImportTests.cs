namespace Nabla.Tests;

/// <summary>Networks as other programs write them.</summary>
public sealed class OnnxImportTests
{
    // Two inputs, three neurons: w_jk is 10·j + k.
    private static OnnxBytes Graph() => new OnnxBytes().Input("x").Output("y")
        .Floats("turned", [3, 2], 0, 1, 10, 11, 20, 21)
        .Floats("w", [2, 3], 0, 10, 20, 1, 11, 21)
        .Floats("b", [3], 5, 6, 7)
        .Floats("two", [], 2).Floats("half", [], 0.5f).Floats("one", [], 1).Floats("root2", [1], MathF.Sqrt(2)).Floats("pixel", [], 255)
        .Integers("flat", -1, 2).Integers("picture", -1, 1, 1, 2);

    [Fact]
    public void Weights_of_MatMul_are_a_column_a_neuron_and_of_a_turned_Gemm_a_row()
    {
        foreach (var graph in new[]
        {
            Graph().Node("MatMul x w -> z").Node("Add z b -> y"),
            Graph().Node("MatMul x w -> z").Node("Add b z -> y"),
            Graph().Node("Gemm x w b -> y"),
            Graph().Node("Gemm x turned b -> y", ("transB", 1)),
            Graph().Doubles("w64", [2, 3], 0, 10, 20, 1, 11, 21).Node("Gemm x w64 b -> y"),
            Graph().Node("Flatten x -> f").Node("Identity f -> g").Node("Gemm g w b -> z").Node("Dropout z -> y"),
            Graph().Node("Reshape x flat -> f").Node("Gemm f w b -> y"),
        })
        {
            var layer = Assert.Single(graph.Load().Network.Layers);
            Assert.Equal([0, 1, 10, 11, 20, 21], layer.Weights.ToArray());
            Assert.Equal([5, 6, 7], layer.Biases.ToArray());
            Assert.Equal(Activation.Identity, layer.Activation);
        }
    }

    [Fact]
    public void Alpha_and_beta_become_part_of_weights_and_biases()
    {
        var layer = Assert.Single(Graph().Node("Gemm x w b -> y", ("alpha", 2f), ("beta", 3f)).Load().Network.Layers);

        Assert.Equal([0, 2, 20, 22, 40, 42], layer.Weights.ToArray());
        Assert.Equal([15, 18, 21], layer.Biases.ToArray());
    }

    [Fact]
    public void Layer_without_biases_has_zeros() =>
        Assert.Equal([0, 0, 0], Graph().Node("MatMul x w -> y").Load().Network.Layers[0].Biases.ToArray());

    [Theory]
    [InlineData("relu", "Relu")]
    [InlineData("sigmoid", "Sigmoid")]
    [InlineData("gelu", "Gelu")]
    [InlineData("leaky-relu", "LeakyRelu")]
    [InlineData("softmax", "Softmax")]
    public void Activation_is_that_of_its_node(string name, string operation) =>
        Assert.Equal(Activation.Parse(name), Graph().Node("Gemm x w b -> z").Node($"{operation} z -> y").Load().Network.Layers[0].Activation);

    [Theory]
    [InlineData("Div z root2 -> e", "Erf e -> f", "Add f one -> g", "Mul z g -> h", "Mul h half -> y")] // PyTorch's order
    [InlineData("Div z root2 -> e", "Erf e -> f", "Add one f -> g", "Mul half z -> h", "Mul h g -> y")] // TensorFlow's order
    public void Gelu_may_be_written_out_in_any_order(params string[] nodes)
    {
        var graph = Graph().Node("Gemm x w b -> z");
        foreach (string node in nodes) graph.Node(node);
        Assert.Equal(Activation.Gelu, graph.Load().Network.Layers[0].Activation);
    }

    [Fact]
    public void Swish_is_a_product_with_the_sigmoid() => Assert.Equal(Activation.Swish,
        Graph().Node("Gemm x w b -> z").Node("Sigmoid z -> s").Node("Mul s z -> y").Load().Network.Layers[0].Activation);

    [Fact]
    public void Division_by_255_is_left_to_Nabla_and_any_other_joins_the_weights()
    {
        var pixels = Graph().Node("Div x pixel -> s").Node("Gemm s w b -> y").Load();
        Assert.Equal([0, 1, 10, 11, 20, 21], pixels.Network.Layers[0].Weights.ToArray());
        Assert.Equal("x/255", pixels.Info.Provenance["input"]);

        var halved = Graph().Node("Div x two -> s").Node("Gemm s w b -> y").Load();
        Assert.Equal([0, 0.5f, 5, 5.5f, 10, 10.5f], halved.Network.Layers[0].Weights.ToArray());
        Assert.Empty(halved.Info.Provenance);
    }

    [Theory]
    [InlineData("'the-Conv' (Conv)", "Conv x w -> y")]
    [InlineData("'the-Gemm' (Gemm): its input 1 is no constant", "Gemm x x b -> y")]
    [InlineData("'the-Gemm' (Gemm): its input 'nothing' is made by no node", "Gemm nothing w b -> y")]
    [InlineData("'the-Gemm' (Gemm): it adds 2 numbers", "Gemm x w root -> y")]
    [InlineData("(Relu): it follows another function", "Gemm x w b -> z", "Sigmoid z -> a", "Relu a -> y")]
    [InlineData("(Mul) is no activation function", "Gemm x w b -> z", "Sigmoid z -> a", "Mul a two -> y")]
    [InlineData("(Add): it joins two branches", "Gemm x w b -> z", "Relu z -> a", "Add a z -> y")]
    [InlineData("(Add): what it adds is no bias", "Gemm x w b -> z", "Relu z -> a", "Add a b -> y")]
    [InlineData("(Gemm): it takes 2 inputs, but the layer before has 3", "Gemm x w b -> z", "Gemm z w b -> y")]
    [InlineData("(Erf): it is not the erf", "Gemm x w b -> z", "Erf z -> y")]
    [InlineData("(Reshape): it does not make rows", "Reshape x picture -> f", "Gemm f w b -> y")]
    [InlineData("(Div): it scales by 3 numbers", "Div x b -> s", "Gemm s w b -> y")]
    [InlineData("function before its first layer", "Relu x -> a", "Gemm a w b -> y")]
    [InlineData("nothing makes its output 'y'", "Gemm x w b -> z")]
    [InlineData("at least one layer", "Identity x -> y")]
    public void What_is_no_such_network_is_refused_by_its_node(string reason, params string[] nodes)
    {
        var graph = Graph().Floats("root", [2], 1, 2);
        foreach (string node in nodes) graph.Node(node);
        Assert.Contains(reason, graph.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gemm x w b -> y", "transA", 1, "transA")]
    [InlineData("Flatten x -> y", "axis", 2, "axis")]
    [InlineData("Softmax z -> y", "axis", 0, "last axis")]
    public void Attributes_that_mean_something_else_are_refused(string node, string attribute, int value, string reason) =>
        Assert.Contains(reason, Graph().Node("Gemm x w b -> z").Node(node, (attribute, value)).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Activations_with_other_settings_than_ours_are_refused()
    {
        Assert.Contains("0.01", Graph().Node("Gemm x w b -> z").Node("LeakyRelu z -> y", ("alpha", 0.2f)).Refusal(), StringComparison.Ordinal);
        Assert.Contains("alpha", Graph().Node("Gemm x w b -> z").Node("Elu z -> y", ("alpha", 0.5f)).Refusal(), StringComparison.Ordinal);
        Assert.Contains("tanh", Graph().Node("Gemm x w b -> z").Node("Gelu z -> y", ("approximate", "tanh")).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Softmax_in_the_middle_is_refused() => Assert.Contains("softmax",
        Graph().Floats("v", [3, 1], 1, 2, 3).Node("Gemm x w b -> z").Node("Softmax z -> a").Node("MatMul a v -> y").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Numbers_in_another_file_are_refused() =>
        Assert.Contains("'far' are in another file", Graph().External("far").Node("Gemm x w b -> y").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Shape_that_does_not_fit_its_numbers_is_refused()
    {
        foreach (long[] shape in new long[][] { [2, 2], [-2, -3], [long.MaxValue, long.MaxValue], [0] })
            Assert.Contains("'odd' do not fit its shape", Graph().Floats("odd", shape, 1, 2, 3).Node("Gemm x odd b -> y").Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_of_itself_over_and_over_takes_no_memory()
    {
        var graph = Graph().Node("Gemm x w b -> z0");
        for (int i = 0; i < 60; i++) graph.Node($"Mul z{i} z{i} -> z{i + 1}");
        Assert.Contains("(Mul)", graph.Node("Identity z60 -> y").Refusal(), StringComparison.Ordinal);
    }
}
