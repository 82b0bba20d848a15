using System.Text;

namespace Nabla.Fuzz;

/// <summary>Encodings of tables as JSON, which models carry, then a table encoded by them.</summary>
internal sealed class TableEncodings() : Reader("table-encoding", 100_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } = [.. ModelSamples.Encodings.Select(encoding => new[] { Encoding.UTF8.GetBytes(encoding.ToJson()) })];

    public override IReadOnlyList<string> Words { get; } =
        ["\"columns\":", "\"target\":", "\"categories\":[\"a\",\"b\"]", "\"classes\":[\"a\",\"a\"]", "\"fill\":1", "\"fillCategory\":\"red\"",
            "\"deviation\":0", "\"mean\":1e308", "\"place\":-1", "\"tableColumns\":2147483647", "\"missing\":4", ","];

    public override Action Read(byte[][] parts, string folder)
    {
        var encoding = TableEncoding.Parse(Encoding.UTF8.GetString(parts[0]));
        return () => Use(encoding);
    }

    /// <summary>Uses an encoding as a model does.</summary>
    internal static void Use(TableEncoding encoding)
    {
        string json = encoding.ToJson();
        Promise.That(TableEncoding.Parse(json).ToJson() == json, "an encoding that is read as it was written");

        Promise.That(encoding.Target.Classes is not null || encoding.Target.Deviation > 0, "a target whose numbers can be told apart");

        // A row of cells that the columns know; where the file claims a giant table nobody makes one.
        const int MostColumns = 100;
        if (encoding.TableColumns > MostColumns) return;
        string[] cells = [.. Enumerable.Repeat("1", encoding.TableColumns)];
        foreach (var column in encoding.Columns) cells[column.Place] = column.Categories is [var first, ..] ? first : "2.5";
        try
        {
            float[] inputs = encoding.EncodeInputs(Table.FromRows("row", null, [(1, cells)]));
            Promise.That(inputs.Length == encoding.Inputs && inputs.All(float.IsFinite), "inputs that are numbers");
        }
        catch (InvalidDataException error)
        {
            Promise.That(Contract.ProblemOf(error.Message) is null, "one short line without control characters of a row that does not fit");
        }
    }
}
