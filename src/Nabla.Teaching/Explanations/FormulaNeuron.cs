using System.Text;
using Nabla.Expressions;

namespace Nabla.Explanations;

/// <summary>The one neuron that formulas are about, run forward only.</summary>
internal sealed class FormulaNeuron
{
    // A nudge must not carry a rectifier over its kink.
    private const double NearestToKink = 0.05;

    private readonly ElementwiseActivation _activation;
    private readonly Cost _cost;

    public FormulaNeuron(Activation activation, Cost cost)
    {
        if (!FormulaCheck.Activations.Contains(activation))
            throw Refusal.Argument($"The activation of a formula is sigmoid, tanh or relu, not {activation}.");
        _activation = (ElementwiseActivation)activation;
        _cost = cost;
    }

    /// <summary>Reads a formula in which σ stands for this neuron's activation, and layers are written as in <see cref="LayerNotation"/>.</summary>
    public Expression Read(string formula)
    {
        var text = new StringBuilder();
        var places = new List<int>();
        for (int i = 0; i < formula.Length;)
        {
            int length = SigmaAt(formula, i);
            string part = length > 0 ? _activation.Name : formula[i].ToString();
            if (length == 0 && LayerNotation.At(formula, i) is { Length: > 0 } noted)
            {
                length = noted.Length;
                part = noted.Symbol + " "; // so that no prime or digit behind it joins the name
            }

            text.Append(part);
            places.AddRange(Enumerable.Repeat(i, part.Length));
            i += Math.Max(1, length);
        }

        places.Add(formula.Length);
        try
        {
            return Expression.Parse(text.ToString(), FormulaCheck.Symbols);
        }
        catch (ExpressionException e)
        {
            // What is wrong is shown in the person's own text.
            throw new ExpressionException(formula, places[e.Position], Said.Of(e));
        }
    }

    /// <summary>Compares a formula with the five-point central difference at a random point.</summary>
    public FormulaPoint Compare(Expression formula, string of, ulong index, double h)
    {
        var (w, b, previous, y) = Draw(index);
        double z = w * previous + b, a = _activation.Value(z);
        double value = formula.Evaluate(w, b, previous, z, a, y);
        double slope = (CostAt(-2 * h) - 8 * CostAt(-h) + 8 * CostAt(h) - CostAt(2 * h)) / (12 * h);
        return new FormulaPoint(w, b, previous, z, a, y, double.IsFinite(value) ? value : null, slope);

        double CostAt(double nudge) => of switch
        {
            "w" => OfSum((w + nudge) * previous + b),
            "b" => OfSum(w * previous + b + nudge),
            "a'" => OfSum(w * (previous + nudge) + b),
            "z" => OfSum(z + nudge),
            _ => OfActivation(a + nudge),
        };

        double OfSum(double sum) => OfActivation(_activation.Value(sum));

        double OfActivation(double activation) => _cost.Value<double>([0], [activation], [y]);
    }

    private static (double W, double B, double Previous, double Y) Draw(ulong index)
    {
        var rng = new Rng(1, RngStream.FormulaPoints, index);
        while (true)
        {
            double w = rng.NextDouble(-2, 2), b = rng.NextDouble(-1, 1), previous = rng.NextDouble(0.05, 1), y = rng.NextDouble(0, 1);
            if (Math.Abs(w * previous + b) > NearestToKink) return (w, b, previous, y);
        }
    }

    // σ or sigma, but not the beginning of another word.
    private static int SigmaAt(string text, int at)
    {
        if (text[at] == 'σ') return 1;
        const string Word = "sigma";
        bool begins = at == 0 || !char.IsLetter(text[at - 1]);
        bool ends = at + Word.Length >= text.Length || !char.IsLetter(text[at + Word.Length]);
        return begins && ends && text.AsSpan(at).StartsWith(Word) ? Word.Length : 0;
    }
}
