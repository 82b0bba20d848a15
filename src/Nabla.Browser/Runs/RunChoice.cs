namespace Nabla.Browser;

/// <summary>What can be chosen of a run in the page.</summary>
internal static class RunChoice
{
    /// <summary>What can be set of a run on images; the rest is of tables.</summary>
    public static IReadOnlyList<Setting<RunConfiguration>> Settings { get; } = [.. RunSettings.All.Where(setting => setting.Group != SettingGroups.OwnData)];

    /// <summary>A run with other settings, and what follows from them.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="chosen">Settings by name; one that may be left empty and is so is not set.</param>
    /// <exception cref="FormatException">A setting is wrong; the message says which, and what would be right.</exception>
    public static RunConfiguration Make(string name, IReadOnlyDictionary<string, string> chosen)
    {
        var unset = Settings.Where(setting => setting.Unset is not null && chosen.GetValueOrDefault(setting.Name) == "").Select(setting => setting.Name).ToHashSet();
        var start = RunName.Parse(name);
        if (unset.Count > 0)
            start = new RunConfiguration().With(start.Settings().Where(setting => !unset.Contains(setting.Key)).ToDictionary(), $"the settings");
        return start.With(chosen.Where(setting => !unset.Contains(setting.Key)).ToDictionary(), $"the settings");
    }
}
