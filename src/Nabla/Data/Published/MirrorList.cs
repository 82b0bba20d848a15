namespace Nabla;

/// <summary>Which folders on the web are tried, and in what order.</summary>
internal static class MirrorList
{
    public static IReadOnlyList<Uri> For(PublishedDataset set, DownloadOptions options, Func<string, string?> variable)
    {
        if (options.Mirrors is not null) return [.. options.Mirrors.Select(WithSlash)];
        if (variable("NABLA_MIRROR") is not { Length: > 0 } own) return set.Mirrors;
        if (!Uri.TryCreate(own, UriKind.Absolute, out var address) || !IsWebAddress(address))
            throw Refusal.Data($"NABLA_MIRROR is '{Printable.Path(own)}', which is not an http or https address; set it to one, or unset it.");

        // Someone's own server may keep each set in a folder of its name, or just this one.
        address = WithSlash(address);
        return [new Uri(address, set.Name + "/"), address, .. set.Mirrors];
    }

    public static bool IsWebAddress(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static Uri WithSlash(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
