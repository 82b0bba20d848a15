using System.ComponentModel;

namespace Nabla;

/// <summary>The headings that a run's settings stand under.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SettingGroups
{
    /// <summary>The layers.</summary>
    public const string Layers = "Network";

    /// <summary>The cost and how it is descended.</summary>
    public const string Training = "Training";

    /// <summary>The learning rate and its course.</summary>
    public const string LearningRate = "Learning rate";

    /// <summary>What keeps a network from learning by heart.</summary>
    public const string Regularisation = "Regularisation";

    /// <summary>When to stop.</summary>
    public const string Stopping = "Stopping";

    /// <summary>Which data.</summary>
    public const string Data = "Data";

    /// <summary>How a table or a folder of images is read.</summary>
    public const string OwnData = "Your own data";
}
