namespace Nabla.Browser;

/// <summary>From one quantity of a one-neuron chain to its cost, factor by factor, beside what nudges of it do.</summary>
/// <param name="Derivative">The product of the factors: the derivative of the cost by it.</param>
/// <param name="Factors">The factors, from the quantity to the cost.</param>
/// <param name="Nudges">Nudges, made and measured, each smaller than the one before.</param>
internal sealed record NudgedChain(double Derivative, IReadOnlyList<ChainFactor> Factors, IReadOnlyList<ChainNudgeMade> Nudges);

/// <summary>How fast one quantity of the chain follows the one before it.</summary>
/// <param name="Of">What follows: z, a or C.</param>
/// <param name="By">What it follows: w, b, a', z or a.</param>
/// <param name="Neuron">The neuron that they belong to, from 0.</param>
/// <param name="Value">The derivative.</param>
internal sealed record ChainFactor(string Of, string By, int Neuron, double Value);

/// <summary>A nudge, and how everything after it moved.</summary>
/// <param name="Size">The nudge.</param>
/// <param name="Ratio">The change of the cost in proportion to the nudge, which tends to the derivative as the nudge shrinks.</param>
/// <param name="Moves">What each factor says, measured.</param>
internal sealed record ChainNudgeMade(double Size, double Ratio, IReadOnlyList<ChainMove> Moves);

/// <summary>How one quantity moved.</summary>
/// <param name="Change">Its change.</param>
/// <param name="Ratio">The same in proportion to the change of the one before it, which tends to the factor; null where that did not move.</param>
internal sealed record ChainMove(double Change, double? Ratio);

/// <summary>What became of a person's own formula: it was compared, or it could not be read.</summary>
/// <param name="Check">The comparison; null where it could not be read.</param>
/// <param name="Problem">Why it could not be read; null where it could.</param>
internal sealed record FormulaAnswer(FormulaCheck? Check, FormulaProblem? Problem);

/// <summary>What is wrong with a formula.</summary>
/// <param name="Position">Where, from 0; its length where something is missing at the end.</param>
/// <param name="Words">What, and what to do.</param>
internal sealed record FormulaProblem(int Position, Said Words);
