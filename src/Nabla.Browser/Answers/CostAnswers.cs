namespace Nabla.Browser;

/// <summary>How the cost of an example comes about.</summary>
/// <param name="Name">The name of the cost.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="PartFormula">The formula of one output's part.</param>
/// <param name="Cost">The cost, the sum of the parts.</param>
/// <param name="Outputs">The outputs, in their order.</param>
internal sealed record ExampleCost(string Name, string Formula, string PartFormula, double Cost, IReadOnlyList<OutputCost> Outputs);

/// <summary>One output's part in the cost of an example.</summary>
/// <param name="Output">The output, from 0.</param>
/// <param name="Activation">Its activation a.</param>
/// <param name="Target">Its target y.</param>
/// <param name="Difference">a − y.</param>
/// <param name="Square">(a − y)².</param>
/// <param name="Part">Its part of the cost.</param>
/// <param name="Tex">The part with its numbers, in TeX; empty where the target leaves nothing of it.</param>
internal sealed record OutputCost(int Output, double Activation, double Target, double Difference, double Square, double Part, string Tex);

/// <summary>How the network does on a set of examples at a moment.</summary>
/// <param name="Set">The set.</param>
/// <param name="Step">Steps of the run before this moment.</param>
/// <param name="Examples">Number of examples.</param>
/// <param name="Cost">The mean of their costs.</param>
/// <param name="LargestCost">The largest of their costs.</param>
/// <param name="Correct">How many were read rightly.</param>
/// <param name="Accuracy">The part of them that was read rightly, 0 to 1.</param>
/// <param name="Confusion">How often a class (row) was taken for a class (column).</param>
/// <param name="Histogram">The examples counted by cost, the cheapest first; all bins are equally wide.</param>
internal sealed record Review(
    ExampleSet Set, long Step, int Examples, double Cost, double LargestCost, int Correct, double Accuracy,
    IReadOnlyList<IReadOnlyList<int>> Confusion, IReadOnlyList<HistogramBin> Histogram);

/// <summary>A bin of a histogram.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; the last bin includes its end.</param>
/// <param name="Count">How many are in it.</param>
internal sealed record HistogramBin(double From, double To, int Count);

/// <summary>Some examples out of a longer list.</summary>
/// <param name="Total">How many the whole list has.</param>
/// <param name="From">The place of the first in the list, from 0.</param>
/// <param name="Examples">The examples.</param>
internal sealed record ExamplePage(int Total, int From, IReadOnlyList<JudgedExample> Examples);

/// <summary>An example and what the network makes of it.</summary>
/// <param name="Index">Which example of its set.</param>
/// <param name="Label">Its class.</param>
/// <param name="Prediction">The class that the network sees.</param>
/// <param name="Confidence">The activation of that output.</param>
/// <param name="Cost">Its cost.</param>
internal sealed record JudgedExample(int Index, int Label, int Prediction, double Confidence, double Cost);
