namespace Nabla.Charts;

/// <summary>A place on an axis that has a number or a name.</summary>
/// <param name="Value">The value there.</param>
/// <param name="Text">What stands beside it; empty for the lesser lines between the decades of a logarithmic axis.</param>
public readonly record struct AxisTick(double Value, string Text);
