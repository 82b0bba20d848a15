using System.Reflection;

namespace Nabla.Tests;

/// <summary>What is declared is listed: a kind that is in no <c>All</c> would be known to nobody. Those with vector forms are in <see cref="VectorFormTests"/>.</summary>
public class KindsTests
{
    private static readonly Type[] Types = [.. Libraries.All.SelectMany(library => library.GetTypes())];

    [Fact]
    public void Every_experiment_is_listed() => Assert.Equal(Declared<Experiment>(), Names(Experiment.All));

    // The finder's own schedule is not for choosing.
    [Fact]
    public void Every_schedule_is_listed() =>
        Assert.Equal(Declared<LearningRateSchedule>().Except([nameof(ExponentialRise)]), Names(LearningRateSchedule.All));

    [Fact]
    public void Every_format_of_models_is_listed()
    {
        var declared = Types.Where(type => type != typeof(ModelFormat) && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.PropertyType == typeof(ModelFormat))
            .Select(property => ((ModelFormat)property.GetValue(null)!).Name);
        Assert.Equal(declared.Order(), ModelFormat.All.Select(format => format.Name).Order());
    }

    private static IEnumerable<string> Declared<T>() =>
        Types.Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => type.Name).Order();

    private static IEnumerable<string> Names<T>(IEnumerable<T> all) => all.Select(each => each!.GetType().Name).Order();
}
