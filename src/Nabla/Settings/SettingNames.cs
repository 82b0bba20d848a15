namespace Nabla;

/// <summary>
/// What settings are called in a sentence: their names in quotes, which a catalogue puts its own word beside, for the word is what a form shows and
/// the name is what an address has.
/// </summary>
internal static class SettingNames
{
    private static readonly Dictionary<string, Said> Known = Quoted(
    [
        $"'data'", $"'train-examples'", $"'test-examples'", $"'target'", $"'task'", $"'test-split'", $"'test-data'", $"'missing'", $"'categorical'",
        $"'ignore'", $"'delimiter'", $"'no-header'", $"'resize'", $"'normalize'", $"'transpose'", $"'validation-split'", $"'hidden'", $"'activation'", $"'cost'",
        $"'output-activation'", $"'initializer'", $"'optimizer'", $"'learning-rate'", $"'momentum'", $"'rho'", $"'beta1'", $"'beta2'", $"'epsilon'",
        $"'weight-decay'", $"'schedule'", $"'warm-up'", $"'step-every'", $"'step-decay'", $"'cosine-least'", $"'one-cycle-rise'",
        $"'plateau-patience'", $"'plateau-decay'", $"'batch-size'", $"'epochs'", $"'seed'", $"'l2'", $"'l1'", $"'dropout'", $"'clip'",
        $"'class-weights'", $"'augment'", $"'patience'", $"'minimum-improvement'", $"'restore-best'", $"'until-accuracy'",
    ]);

    /// <summary>What a setting is called.</summary>
    /// <param name="name">Its name.</param>
    public static Said Of(string name) => Known.GetValueOrDefault($"'{name}'") ?? $"'{name}'";

    private static Dictionary<string, Said> Quoted(Said[] names) => names.ToDictionary(name => name.Key, StringComparer.Ordinal);
}
