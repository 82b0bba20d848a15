using System.CommandLine;

namespace Nabla.Cli;

/// <summary>The option <c>--augment</c>.</summary>
internal static class AugmentOption
{
    public static Option<Augmentation?> Create(string description) => OptionOf.Parsed<Augmentation>(
        "--augment", "HOW", $"{description}: elastic[=34] (its smoothing: sigma=4), rotate[=15] degrees, shift[=2] pixels, scale[=0.15], joined by commas",
        text =>
        {
            try
            {
                return (Augmentation.Parse(text), null);
            }
            catch (FormatException e)
            {
                return (null, $"--augment is '{text}': {Said.Of(e)}");
            }
        });
}
