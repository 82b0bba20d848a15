namespace Nabla;

/// <summary>Something that can be set of an experiment, known by name, with its default and its range.</summary>
public abstract class ExperimentOption
{
    private protected ExperimentOption(string name, Said summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>Its name, in lower case with hyphens: <c>batch-size</c>.</summary>
    public string Name { get; }

    /// <summary>What it means, in a few words.</summary>
    public Said Summary { get; }

    /// <summary>What stands for its value in a help text.</summary>
    public abstract string Placeholder { get; }

    /// <summary>What its value may be, in words.</summary>
    public abstract Said Range { get; }

    /// <summary>Its value as text.</summary>
    /// <param name="settings">Settings of the experiment it belongs to.</param>
    public abstract string ValueOf(ExperimentSettings settings);

    /// <summary>Sets it from text.</summary>
    /// <param name="settings">Settings of the experiment it belongs to.</param>
    /// <param name="text">The value.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="FormatException">The text is no such value; the message says what would be.</exception>
    public abstract ExperimentSettings Set(ExperimentSettings settings, string text);
}
