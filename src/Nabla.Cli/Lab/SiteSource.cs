using System.Text.RegularExpressions;

namespace Nabla.Cli;

/// <summary>Where the page comes from: an installed command carries it, a clone builds it.</summary>
internal abstract partial class SiteSource
{
    private const string Carried = "site";

    /// <summary>Finds it by where this program lies.</summary>
    /// <exception cref="CliException">This program is neither in a clone nor carries a page.</exception>
    public static SiteSource Find(Host host)
    {
        string carried = Path.Combine(host.ProgramFolder, Carried);
        if (File.Exists(Path.Combine(carried, Site.Index))) return new CarriedSite(carried);
        for (var folder = new DirectoryInfo(host.ProgramFolder); folder is not null; folder = folder.Parent)
        {
            if (IsClone(folder.FullName)) return new BuiltSite(folder.FullName);
        }

        throw CliException.Failed($"this nabla carries no page and does not lie in a clone of its repository; install one that was packed with "
            + $"the page, or run 'lab' in a clone.");
    }

    /// <summary>Whether a folder is a clone of a version that has the page.</summary>
    public static bool IsClone(string folder) => File.Exists(Path.Combine(folder, "nabla.slnx")) && File.Exists(ProjectIn(folder));

    /// <summary>Reads the page, built first where it must be.</summary>
    public abstract Site Load(Host host);

    private static string ProjectIn(string clone) => Path.Combine(clone, "src", "lab", "Page.proj");

    private sealed class CarriedSite(string folder) : SiteSource
    {
        public override Site Load(Host host) => Site.Load(folder);
    }

    private sealed partial class BuiltSite(string clone) : SiteSource
    {
        public override Site Load(Host host)
        {
            string output = Path.Combine(clone, "artifacts", "lab"), project = ProjectIn(clone);

            // Held until the page is in memory: whoever builds next may change the folder.
            using var mine = BuildLock.Take(output, host);
            string dotnet = host.Variable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : ProgramFile.Find("dotnet", host)
                ?? throw CliException.Wrong($"the command 'dotnet' is not on the PATH, and the page is built with it; install the .NET 10 SDK.");
            var (code, said) = QuietProcess.Run(dotnet, ["msbuild", project, "-nologo", "-nodeReuse:false", "-verbosity:normal"], clone, host, Tell);
            if (code == 0) return Site.Load(Path.Combine(output, "site"));
            if (Refusal().Match(said) is { Success: true } refusal) throw CliException.Wrong($"{refusal.Groups["why"].Value}");
            host.Error.Write(said);
            throw CliException.Failed($"building the page ('dotnet msbuild {project}') failed with exit code {code}; what it said is above.");

            void Tell(string line)
            {
                if (Step().Match(line) is { Success: true } step) host.Notice(step.Groups["step"].Value);
            }
        }

        // As Page.proj says them; MSBuild puts blanks before the one and a place before the other.
        [GeneratedRegex(@"^\s*page: (?<step>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Step();

        [GeneratedRegex(
            @": error : (?<why>the page is built with .+?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Refusal();
    }
}
