using System.CommandLine;
using System.Globalization;

namespace Nabla.Cli;

/// <summary>What <c>--class-weights</c> asks for: a number a class, or such numbers that all classes count alike.</summary>
/// <param name="Given">The numbers; null where the data decides.</param>
internal sealed record ClassWeights(IReadOnlyList<double>? Given)
{
    private const string Balanced = "balanced";

    public static Option<ClassWeights?> Option() => OptionOf.Parsed<ClassWeights>(
        "--class-weights", "W,W,...", "how much the error of an example of each class counts; 'balanced' makes rare classes count as much as common "
            + "ones, by n/(classes·n of the class) (default: all alike)", Parse);

    /// <summary>The weights for some examples.</summary>
    public IReadOnlyList<double> For(Dataset data) => Given ?? data.BalancedClassWeights();

    private static (ClassWeights? Value, Said? Problem) Parse(string text)
    {
        if (text.Equals(Balanced, StringComparison.OrdinalIgnoreCase)) return (new ClassWeights(Given: null), null);
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        double[] weights = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[i])
                || !(weights[i] > 0 && double.IsFinite(weights[i])))
                return (null, $"--class-weights is '{text}', and '{parts[i]}' is not a positive number; give one for each class, such as 1,2,1, or '{Balanced}'.");
        }

        return (new ClassWeights(weights), null);
    }
}
