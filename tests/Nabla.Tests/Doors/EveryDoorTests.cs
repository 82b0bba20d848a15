using System.Collections;

namespace Nabla.Tests;

/// <summary>
/// Whatever any public door of the library is given: it is right, or refuses in one line. Reflection finds the doors, so that a new one is tried
/// as soon as it is there.
/// </summary>
public sealed class EveryDoorTests : IDisposable
{
    private const int MostCases = 500;

    // What cannot be tried so, and why.
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["RunConfigurationConverter.Read"] = "called by the serializer alone, with a reader that no array can be",
        ["RunConfigurationConverter.Write"] = "called by the serializer alone",
        ["NumberOrNone.Read"] = "likewise",
        ["NumberOrNone.Write"] = "likewise",
        ["SaidConverter.Read"] = "likewise",
        ["SaidConverter.Write"] = "likewise",
        ["Said.AppendLiteral"] = "called by the compiler alone",
    };

    // Doors that only they themselves open, or nobody but the library has an object of.
    private static readonly Dictionary<Type, string> Closed = new()
    {
        [typeof(Experiment)] = "trains for seconds; each experiment's own tests give it data and settings that do not fit",
        [typeof(ExperimentResult)] = "made by an experiment alone: it has required figures",
        [typeof(Setting)] = "made by the library alone; the tests of settings set each to anything",
        [typeof(SavedRun)] = "needs a run's folder, which HostileRunTests and RunStoreTests change byte by byte",
        [typeof(RunStore)] = "needs a run's folder, likewise",
        [typeof(RunReplay)] = "needs a run's folder, likewise",
        [typeof(TensorBoardLog)] = "keeps a file open; TensorBoardTests read it back",
        [typeof(RunCharts)] = "draws saved runs, likewise",
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Types => [.. Open.Select(type => type.Name).Distinct()];

    private static IEnumerable<Type> Open => Libraries.Exported.Where(type => !type.IsEnum && !type.IsGenericTypeDefinition
        && !Closed.Keys.Any(closed => closed.IsAssignableFrom(type)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Any_values_are_right_or_refused_in_one_line(string type)
    {
        var values = new DoorValues(_folder);
        var faults = new List<string>();
        foreach (var door in Open.Where(known => known.Name == type).SelectMany(Door.Of))
        {
            if (LeftOut.ContainsKey(door.Name)) continue;
            var pools = door.Parameters.Select(parameter => values.Of(parameter)
                ?? throw new InvalidOperationException($"no values of {parameter.ParameterType} for {door.Name}")).ToList();
            if (door.OnObject)
            {
                // Of what the library alone makes there is no object here; nothing can be given to the doors that it has.
                object?[]? objects = values.Of(door.Method.DeclaringType!);
                if (objects is null && door.Parameters.Length == 0) continue;
                pools.Insert(0, [.. (objects ?? throw new InvalidOperationException($"no {type}, for {door.Name}")).Where(value => value is not null)]);
            }

            foreach (var arguments in DoorCases.Of([.. pools!], MostCases))
            {
                if (Fault(door, arguments) is { } fault && faults.Count < 200) faults.Add($"{Shown(door, arguments)}: {fault}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void What_is_left_out_is_there() =>
        Assert.Empty(LeftOut.Keys.Except(Libraries.Exported.SelectMany(Door.Of).Select(door => door.Name)));

    private static string? Fault(Door door, object?[] arguments)
    {
        try
        {
            // Arrays that doors write to are their own each time.
            object? result = door.Call([.. arguments.Select(value => value is Array array ? array.Clone() : value)]);
            if (result is IEnumerable sequence and not string)
            {
                foreach (object? _ in sequence.Cast<object?>().Take(20))
                {
                }
            }

            if (result is Task task) task.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception error)
        {
            return IsRefusal(error)
                ? null
                : $"{error.GetType().Name}: {error.Message} "
                    + $"{error.StackTrace?.Split('\n').FirstOrDefault(line => !line.Contains(" System.", StringComparison.Ordinal))?.Trim()}";
        }
    }

    private static bool IsRefusal(Exception error) => error switch
    {
        TrainingOptionsException refused => refused.Problems.Count > 0 && refused.Problems.All(problem => !problem.ToString().Contains('\n', StringComparison.Ordinal)),
        ArgumentOutOfRangeException or OperationCanceledException or IOException or UnauthorizedAccessException => true,
        InvalidOperationException => !error.Message.Contains("Sequence contains", StringComparison.Ordinal) && !error.Message.Contains('\n', StringComparison.Ordinal),
        ArgumentException or InvalidDataException or FormatException or ExperimentException =>
            !error.Message.Contains('\n', StringComparison.Ordinal) || error.Message.Contains("(Parameter", StringComparison.Ordinal),
        _ => false,
    };

    private static string Shown(Door door, object?[] arguments) => $"{door.Name}({string.Join(", ", arguments.Select(Shown))})";

    private static string Shown(object? value) => value switch
    {
        null => "null",
        Array array => $"{array.GetType().GetElementType()!.Name}[{array.Length}]{{{(array.Length > 0 ? Shown(array.GetValue(0)) : "")}…}}",
        string text => $"\"{text[..Math.Min(text.Length, 40)]}\"",
        _ => value.GetType().IsPrimitive ? FormattableString.Invariant($"{value}") : value.GetType().Name,
    };
}
