using System.Text;
using System.Text.Json;

namespace Nabla.Tests;

/// <summary>What the engine throws quotes names from files and arguments: such a message can be shown as it is, and is not endless.</summary>
public sealed class MessagesTests : IDisposable
{
    private const int Longest = 1500;
    private const string Hostile = "漢\u001b]52;c;x\u0007\u001b[2J\u009b\u007f\u202e\u2066\u200f\u061c\u2028\r\n[red]";

    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-messages-").FullName;

    public static TheoryData<string> Names => [Hostile, Hostile + new string('W', 5000)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_names_that_are_not_known(string name)
    {
        Check(() => Activation.Parse(name));
        Check(() => Cost.Parse(name));
        Check(() => Optimizer.Parse(name));
        Check(() => LearningRateSchedule.Parse(name));
        Check(() => Initializer.Parse(name));
        Check(() => Augmentation.Parse(name));
        Check(() => Augmentation.Parse($"shift={name}"));
        Check(() => Expression.Parse(name, ["x"]));
        Check(() => Expression.Parse("x", [name]));
        Check(() => FormulaCheck.Run("a", name, Cost.Quadratic, Activation.Sigmoid));
        Check(() => RunName.Parse(name));
        Check(() => RunName.Parse($"nabla:{name}/seed=1"));
        Check(() => RunName.Parse($"nabla:1/{name}"));
        Check(() => RunName.Parse($"nabla:1/{name}=1"));
        Check(() => RunName.Parse($"nabla:1/{name}=1/{name}=2"));
        Check(() => RunName.Parse($"nabla:1/epochs={Uri.EscapeDataString(name)}"));
        Check(() => RunName.Parse($"nabla:1/cost={Uri.EscapeDataString(name)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_tables(string name)
    {
        (int, IReadOnlyList<string>)[] rows = [(2, [name, "1", "a"]), (3, ["2", "3", name]), (4, ["4", "5", "b"])];
        var table = Table.FromRows(name, [name, "size", "kind"], rows);
        Check(() => table.Find(name + "?"));
        Check(() => Table.FromRows(name, [name, name], []));
        Check(() => Table.FromRows(name, ["a"], []));
        Check(() => Table.FromRows(name, ["a", name], [(1, ["x"])]));
        Check(() => Table.FromRows(name, ["a"], [(1, ["x", name])]));
        Check(() => TableEncoding.Split(table, new TableOptions { Target = name, Task = TableTask.Regression }));
        Check(() => TableEncoding.Split(table, new TableOptions { Target = "size" }));
        var encoding = TableEncoding.Split(table, new TableOptions { Target = "kind", Categorical = [name] }).Encoding;
        Check(() => encoding.EncodeInputs(Table.FromRows(name, [name, "size"], [(2, [name + "!", "1"])])));
        Check(() => encoding.EncodeInputs(Table.FromRows(name, ["other", "size"], [(2, ["x", "1"])])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_files(string name)
    {
        string json = JsonSerializer.Serialize(name);
        foreach (string text in new[]
        {
            name, json, $$"""{ {{json}}: 1 }""", $$"""{ "data": 1, "activation": {{json}} }""", $$"""{ "epochs": {{json}} }""", $$"""{ {{json}}: 1, {{json}}: 2 }""",
            $$"""{ "sizes": [1, 1], "weights": [[[0]]], "biases": [[[0]]], "cost": {{json}} }""", $$"""{ "layers": [ { "activation": {{json}} } ] }""",
            $$"""{ "layers": [ { "weights": [[0]], "biases": [0], "activation": {{json}} } ] }""", "{ \"\\ud800\": 1 }", "{ \"x\": \"\\udc00\" }",
            $$"""{ "format": 1, "name": 1, {{json}}: {{json}} }""",
        })
        {
            string file = Path.Combine(_folder, "file.json");
            File.WriteAllText(file, text);
            File.WriteAllText(Path.Combine(_folder, "run.json"), text);
            Check(() => RunConfiguration.Load(file));
            Check(() => Model.Load(file));
            Check(() => Model.Load(file));
            Check(() => SavedRun.Open(_folder));
            byte[] header = Encoding.UTF8.GetBytes(text);
            Check(() => Model.Load(new MemoryStream([.. BitConverter.GetBytes((long)header.Length), .. header, 0, 0, 0, 0]), name));
        }
    }

    private static void Check(Action act)
    {
        var error = Record.Exception(act);
        Assert.True(error is ArgumentException or FormatException or InvalidDataException, $"{error?.GetType().Name ?? "nothing was thrown"}: {error?.Message}");
        Assert.Equal(Printable.Line(error!.Message), error.Message);
        Assert.InRange(error.Message.Length, 1, Longest);
    }
}
