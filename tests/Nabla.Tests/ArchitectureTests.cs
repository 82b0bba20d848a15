using System.Text.RegularExpressions;

namespace Nabla.Tests;

/// <summary>The folders of the engine are rooms, and the arrows between them point one way.</summary>
public partial class ArchitectureTests
{
    // A room may use the rooms before it.
    private static readonly string[] Rooms =
        [
        "Text", "Randomness", "Lanes", "Data", "Charts", "Expressions", "Networks", "Costs", "Backpropagation", "Optimizers", "Kernels", "Inference",
        "Training", "Explanations", "Descent", "Experiments", "Formats", "Runs",
    ];

    [Fact]
    public void No_room_refers_to_a_later_one()
    {
        string source = Path.Combine(Repository.Root, "src", "Nabla");
        var files = Rooms.ToDictionary(room => room, room => Directory.GetFiles(Path.Combine(source, room), "*.cs", SearchOption.AllDirectories)
            .Select(file => Comments().Replace(File.ReadAllText(file), "")).ToList());
        var home = files.SelectMany(room => room.Value.SelectMany(text => Declarations().Matches(text).Select(match => (Type: match.Groups[1].Value, Room: room.Key))))
            .GroupBy(entry => entry.Type).ToDictionary(group => group.Key, group => Array.IndexOf(Rooms, group.First().Room));

        var wrong = from room in files
                    from text in room.Value
                    from Match word in Words().Matches(text)
                    where home.TryGetValue(word.Value, out int used) && used > Array.IndexOf(Rooms, room.Key)
                    select $"{room.Key} uses {word.Value}, which is of {Rooms[home[word.Value]]}";
        Assert.Empty(wrong.Distinct());
        Assert.Equal(Rooms.Order(), Directory.GetDirectories(source).Select(Path.GetFileName).Except(["bin", "obj"]).Order());
    }

    [Fact]
    public void The_command_writes_markup_in_one_place_alone()
    {
        // What goes through Styled is escaped; what went past it could be forgotten.
        string source = Path.Combine(Repository.Root, "src", "Nabla.Cli");
        var past = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(source, file).StartsWith("obj", StringComparison.Ordinal) && Path.GetFileName(file) != "Styled.cs")
            .Where(file => MarkupCalls().IsMatch(File.ReadAllText(file)));
        Assert.Empty(past.Select(Path.GetFileName));
    }

    [GeneratedRegex(@"new Markup\(|\.Markup(Line)?(Interpolated)?\(|Markup\.Escape")]
    private static partial Regex MarkupCalls();

    [GeneratedRegex(@"//.*|""[^""\n]*""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|record struct) ([A-Z]\w+)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+")]
    private static partial Regex Words();
}
