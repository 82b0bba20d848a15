namespace Nabla.Cli;

/// <summary>Where the page comes from: an installed command carries it, a clone builds it.</summary>
internal abstract class SiteSource
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
            if (Clone.IsIn(folder.FullName)) return new BuiltSite(new Clone(folder.FullName));
        }

        throw CliException.Failed($"this nabla carries no page and does not lie in a clone of its repository; install one that was packed with "
            + $"the page, or run 'lab' in a clone.");
    }

    /// <summary>Reads the page, built first where it must be.</summary>
    public abstract Site Load(Host host);

    private sealed class CarriedSite(string folder) : SiteSource
    {
        public override Site Load(Host host) => Site.Load(folder);
    }

    private sealed class BuiltSite(Clone clone) : SiteSource
    {
        public override Site Load(Host host)
        {
            // Held until the page is in memory: whoever builds next may change the folder.
            using var mine = BuildLock.Take(clone.Output, host);
            new SiteBuild(clone, host).Run();
            return Site.Load(clone.Site);
        }
    }
}
