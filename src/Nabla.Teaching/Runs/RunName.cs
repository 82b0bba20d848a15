namespace Nabla.Runs;

/// <summary>
/// A run's configuration and seed as one line that people can read and an address can carry:
/// <c>nabla:1/data=mnist/hidden=30/learning-rate=3/seed=7</c>. The number is the version of the format; what is not said follows from what is
/// (<see cref="RunConfiguration.With(IReadOnlyDictionary{string, string}, Dataset?)"/>), or is as in the lectures' network. The same configuration always has the same name.
/// </summary>
public static class RunName
{
    /// <summary>How a name begins.</summary>
    public const string Prefix = "nabla:";

    private const string Version = "1";
    private const int MostLetters = 10_000;

    /// <summary>The name of a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string Of(RunConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var said = new RunConfiguration();
        string name = Prefix + Version;
        foreach (var setting in RunSettings.All)
        {
            if (setting.ValueOf(configuration) is not { } value || (value == setting.ValueOf(said) && !IsAlwaysSaid(setting, configuration))) continue;
            said = said.Complete(new Dictionary<string, string> { [setting.Name] = value }, $"a name");
            name += $"/{setting.Name}={Uri.EscapeDataString(value)}";
        }

        return name;
    }

    /// <summary>The configuration of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="FormatException">It is no such name; the message says what is wrong with it.</exception>
    public static RunConfiguration Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > MostLetters) throw Refusal.Format($"A run's name has at most {MostLetters:N0} letters; this one has {name.Length:N0}.");
        if (!FullWidth.Narrow(name).StartsWith(Prefix, StringComparison.Ordinal))
            throw Refusal.Format($"'{Printable.Path(name)}' is no name of a run; one begins with '{Prefix}{Version}/', such as {Prefix}{Version}/data=mnist/hidden=30/seed=7.");
        string[] parts = name[Prefix.Length..].Split('/', '／');
        if (FullWidth.Narrow(parts[0]) != Version)
            throw Refusal.Format($"'{Printable.Path(name)}' is a run's name of version '{Printable.Name(parts[0])}'; this program knows version {Version}, '{Prefix}{Version}/'.");

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in parts.Skip(1))
        {
            if (part.Split('=', '＝') is not [var key, var value])
                throw Refusal.Format($"'{Printable.Name(part)}' in the run's name is no setting; one has the form NAME=VALUE, such as seed=7.");
            if (!values.TryAdd(FullWidth.Narrow(key), Uri.UnescapeDataString(value)))
                throw Refusal.Format($"'{Printable.Name(key)}' stands in the run's name twice; say it once.");
        }

        return new RunConfiguration().With(values, $"the run's name");
    }

    // Where another initialiser than the lectures' is usual, a reader should not have to know what is meant when none is said.
    private static bool IsAlwaysSaid(Setting setting, RunConfiguration configuration) =>
        setting.Name is "data" or "seed" || (setting.Name == "initializer" && configuration.Activation.UsualInitializer != Initializer.Xavier);
}
