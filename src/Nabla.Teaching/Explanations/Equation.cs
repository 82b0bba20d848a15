namespace Nabla.Explanations;

/// <summary>
/// One of the four equations of backpropagation (C27; Nielsen, <i>Neural Networks and Deep Learning</i>, chapter 2), or of the forward pass,
/// for one layer, in three ways of writing, with this example's numbers.
/// </summary>
/// <param name="Name">BP1 to BP4, as in Nielsen's book; of the forward pass, what it computes.</param>
/// <param name="Layer">The layer l, from 1.</param>
/// <param name="Scalar">Index by index.</param>
/// <param name="Vector">For one example.</param>
/// <param name="Matrix">For a mini-batch of m examples, a column each.</param>
/// <param name="Terms">The numbers: what the equation computes, then what from, in the order of the vector form.</param>
public sealed record Equation(
    string Name, int Layer, string Scalar, string Vector, string Matrix, IReadOnlyList<EquationTerm> Terms)
{
    /// <summary>The equations of one layer.</summary>
    internal static IReadOnlyList<Equation> Of(Explainer explainer, int l)
    {
        var layer = explainer.At(l);
        return
        [
            l == explainer.Depth ? OutputError(explainer) : HiddenError(explainer, l),
            new("BP3", l, "∂C/∂b^l_j = δ^l_j", "∂C/∂b^l = δ^l", "∂C/∂b^l = 1/m · Δ^l · 1",
                [EquationTerm.Column($"∂C/∂b{l}", layer.DCdB), EquationTerm.Column($"δ{l}", layer.Delta)]),
            new("BP4", l, "∂C/∂w^l_jk = a^(l−1)_k · δ^l_j", "∂C/∂W^l = δ^l (a^(l−1))ᵀ", "∂C/∂W^l = 1/m · Δ^l (A^(l−1))ᵀ",
            [
                EquationTerm.Of($"∂C/∂W{l}", layer.DCdW),
                EquationTerm.Column($"δ{l}", layer.Delta),
                EquationTerm.Row($"(a{l - 1})ᵀ", layer.Input),
            ]),
        ];
    }

    /// <summary>The two of the forward pass.</summary>
    internal static IReadOnlyList<Equation> Forward(Explainer explainer, int l)
    {
        var (layer, parameters) = (explainer.At(l), explainer.LayerOf(l));
        double[] sums = [.. layer.Z.Select((_, j) => layer.Input.Select((a, k) => parameters.Weights[j, k] * a).Sum())];
        return
        [
            new("Wa + b", l, "z^l_j = Σ_k w^l_jk · a^(l−1)_k + b^l_j", "z^l = W^l a^(l−1) + b^l", "Z^l = W^l A^(l−1) + b^l · 1ᵀ",
            [
                EquationTerm.Column($"z{l}", layer.Z),
                EquationTerm.Of($"W{l}", parameters.Weights),
                EquationTerm.Column($"a{l - 1}", layer.Input),
                EquationTerm.Column($"W{l} a{l - 1}", sums),
                EquationTerm.Column($"b{l}", parameters.Biases),
            ]),
            new("σ", l, "a^l_j = σ(z^l_j)", "a^l = σ(z^l)", "A^l = σ(Z^l)", [EquationTerm.Column($"a{l}", layer.A), EquationTerm.Column($"z{l}", layer.Z)]),
        ];
    }

    private static Equation OutputError(Explainer explainer)
    {
        int l = explainer.Depth;
        var layer = explainer.At(l);
        var delta = EquationTerm.Column($"δ{l}", layer.Delta);
        if (explainer.Cost.OutputActivation is not null)
        {
            return new("BP1", l, "δ^L_j = a^L_j − y_j", "δ^L = a^L − y", "Δ^L = A^L − Y",
                [delta, EquationTerm.Column($"a{l}", layer.A), EquationTerm.Column("y", explainer.Target)]);
        }

        if (explainer.OutputIsJoined)
        {
            return new("BP1", l, "δ^L_j = Σ_i ∂C/∂a^L_i · ∂a^L_i/∂z^L_j", "δ^L = (∂a/∂z)ᵀ ∇_a C", "each column as for one example",
                [delta, EquationTerm.Column("∇_a C", layer.DCdA)]);
        }

        return new("BP1", l, "δ^L_j = ∂C/∂a^L_j · σ′(z^L_j)", "δ^L = ∇_a C ⊙ σ′(z^L)", "Δ^L = ∇_A C ⊙ σ′(Z^L)",
            [delta, EquationTerm.Column("∇_a C", layer.DCdA), EquationTerm.Column($"σ′(z{l})", layer.Slope)]);
    }

    private static Equation HiddenError(Explainer explainer, int l)
    {
        var layer = explainer.At(l);
        return new("BP2", l, "δ^l_k = σ′(z^l_k) · Σ_j w^(l+1)_jk · δ^(l+1)_j", "δ^l = (W^(l+1))ᵀ δ^(l+1) ⊙ σ′(z^l)",
            "Δ^l = (W^(l+1))ᵀ Δ^(l+1) ⊙ σ′(Z^l)",
        [
            EquationTerm.Column($"δ{l}", layer.Delta),
            EquationTerm.Transposed($"(W{l + 1})ᵀ", explainer.LayerOf(l + 1).Weights),
            EquationTerm.Column($"δ{l + 1}", explainer.At(l + 1).Delta),
            EquationTerm.Column($"σ′(z{l})", layer.Slope),
        ]);
    }
}

/// <summary>A vector or matrix of an equation.</summary>
/// <param name="Symbol">How the equation calls it, with the layer's number: δ2, (W3)ᵀ.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns; 1 for a column vector.</param>
/// <param name="Values">The numbers, row by row; null where one is infinite.</param>
public sealed record EquationTerm(string Symbol, int Rows, int Columns, IReadOnlyList<IReadOnlyList<double?>> Values)
{
    internal static EquationTerm Column(string symbol, double[] values) => Make(symbol, values.Length, 1, (i, _) => values[i]);

    internal static EquationTerm Row(string symbol, double[] values) => Make(symbol, 1, values.Length, (_, i) => values[i]);

    internal static EquationTerm Of(string symbol, double[,] values) =>
        Make(symbol, values.GetLength(0), values.GetLength(1), (i, j) => values[i, j]);

    internal static EquationTerm Transposed(string symbol, double[,] values) =>
        Make(symbol, values.GetLength(1), values.GetLength(0), (i, j) => values[j, i]);

    private static EquationTerm Make(string symbol, int rows, int columns, Func<int, int, double> value) => new(symbol, rows, columns,
    [
        .. Enumerable.Range(0, rows)
            .Select(i => Enumerable.Range(0, columns).Select(j => Explainer.Finite(value(i, j))).ToArray()),
    ]);
}
