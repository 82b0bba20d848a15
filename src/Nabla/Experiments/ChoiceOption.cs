namespace Nabla;

/// <summary>An option that is one of a few names.</summary>
internal sealed class ChoiceOption<TSettings>(
    string name,
    Said summary,
    IReadOnlyList<string> choices,
    Func<TSettings, string> get,
    Func<TSettings, string, TSettings> set)
    : ExperimentOption(name, summary)
    where TSettings : ExperimentSettings
{
    public override string Placeholder => "NAME";

    public override Said Range => $"{string.Join(", ", choices)}";

    public override string ValueOf(ExperimentSettings settings) => get((TSettings)settings);

    public override ExperimentSettings Set(ExperimentSettings settings, string text) =>
        choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice
            ? set((TSettings)settings, choice)
            : throw Refusal.Format($"{Name} is '{Printable.Name(text)}'; give one of {Range}.");
}
