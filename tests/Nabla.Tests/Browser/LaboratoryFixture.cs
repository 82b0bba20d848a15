using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>A laboratory with a few digits, and what the library makes of the same run by itself.</summary>
internal static class LaboratoryFixture
{
    public const string Name = "nabla:1/data=digits/train-examples=200/test-examples=100/epochs=3/seed=1";

    public static (Dataset Train, Dataset Test) Digits { get; } = Nabla.Digits.Load(train: 200, test: 100);

    public static Laboratory WithDigits()
    {
        var laboratory = new Laboratory();
        Finish(() => laboratory.MakeDigits(200, 100, 1000));
        return laboratory;
    }

    public static Laboratory Started(string name = Name)
    {
        var laboratory = WithDigits();
        laboratory.Start(name);
        return laboratory;
    }

    public static T Finish<T>(Func<Sliced<T>> slice)
        where T : class
    {
        while (true)
        {
            if (slice().Result is { } result) return result;
        }
    }

    public static Progress Advance(this Laboratory laboratory, long until) => Arrive(() => laboratory.Advance(until, 1000));

    public static Progress Seek(this Laboratory laboratory, long step) => Arrive(() => laboratory.Seek(step, 1000));

    /// <summary>The network of the library's own run after so many steps.</summary>
    public static Network NetworkAt(string name, long step)
    {
        var configuration = RunName.Parse(name);
        var trainer = configuration.CreateTrainer(Digits.Train);
        if (step == 0) return trainer.Network;
        foreach (var report in trainer.Batches())
        {
            if (report.Step == step) break;
        }

        return trainer.Network;
    }

    private static Progress Arrive(Func<Progress> go)
    {
        while (true)
        {
            var progress = go();
            if (progress.Arrived) return progress;
        }
    }
}
