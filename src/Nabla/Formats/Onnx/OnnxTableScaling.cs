namespace Nabla;

/// <summary>
/// How an ONNX file standardises the rows of a table itself, <c>(x − mean) / deviation</c>, and gives a predicted number back in the target's
/// own unit: whoever runs it puts in numbers as the table has them, and categories one-hot.
/// </summary>
internal static class OnnxTableScaling
{
    public const string Mean = "table.mean", Deviation = "table.deviation";
    public const string TargetMean = "table.target-mean", TargetDeviation = "table.target-deviation";

    /// <summary>The numbers of one of these, an input or an output each; null where the name is none of them.</summary>
    public static float[]? Numbers(TableEncoding table, string name) => name switch
    {
        Mean => EachInput(table, column => column.Mean),
        Deviation => EachInput(table, column => column.Deviation),
        TargetMean => [(float)table.Target.Mean],
        TargetDeviation => [(float)table.Target.Deviation],
        _ => null,
    };

    private static float[] EachInput(TableEncoding table, Func<ColumnEncoding, double> number) =>
        [.. table.Columns.SelectMany(column => Enumerable.Repeat((float)number(column), column.Inputs))];
}
