using System.Text;

namespace Nabla.Fuzz;

/// <summary>The small parsers: the second part says which of them gets the text.</summary>
internal sealed class Settings() : Reader("settings", 130_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        .. from text in new[] { "elastic,rotate=15,shift=2,scale=0.15", "constant:0.5", "xavier", "one-cycle", "adamw", "leaky-relu", "binary-cross-entropy", "sigma=1e-3" }
           from which in Enumerable.Range(0, 6)
           where Fits(text, which)
           select new[] { Encoding.UTF8.GetBytes(text), [(byte)which] },
    ];

    public override IReadOnlyList<string> Words { get; } =
    [
        .. Activation.All.Select(a => a.Name), .. Cost.All.Select(c => c.Name), .. Optimizer.All.Select(o => o.Name), .. LearningRateSchedule.All.Select(s => s.Name),
        .. Interesting.Numbers, "elastic", "rotate=", "shift", "scale=", ",", "=", "constant:", "normal", "he",
    ];

    public override bool IsRefusal(Exception error) => error is FormatException or ArgumentException;

    public override Action Read(byte[][] parts, string folder)
    {
        string text = HostileText.Decode(parts[0]);
        switch (parts[1] is [var which, ..] ? which % 6 : 0)
        {
            case 0: return Again(Augmentation.Parse(text), a => a.ToString().Length > 0 ? Augmentation.Parse(a.ToString()) : a);
            case 1: return Again(Initializer.Parse(text), i => Initializer.Parse(i.Name));
            case 2: return Again(LearningRateSchedule.Parse(text), s => LearningRateSchedule.Parse(s.Name));
            case 3: return Again(Optimizer.Parse(text), o => Optimizer.Parse(o.Name));
            case 4: return Again(Activation.Parse(text), a => Activation.Parse(a.Name));
            default: return Again(Cost.Parse(text), c => Cost.Parse(c.Name));
        }
    }

    private static Action Again<T>(T value, Func<T, T> read)
        where T : notnull => () => Promise.That(read(value).ToString() == value.ToString(), "read as it was written");

    private static bool Fits(string text, int which) => which switch
    {
        0 => text.StartsWith("elastic", StringComparison.Ordinal) || text.StartsWith("sigma=", StringComparison.Ordinal),
        1 => text is "xavier" or "constant:0.5",
        2 => text == "one-cycle",
        3 => text == "adamw",
        4 => text == "leaky-relu",
        _ => text == "binary-cross-entropy",
    };
}
