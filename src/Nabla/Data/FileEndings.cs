using System.ComponentModel;

namespace Nabla;

/// <summary>
/// What the names of some kind of file end in. Wherever an ending decides, one such list is asked; what is not in it is refused, and never
/// taken for something else.
/// </summary>
/// <param name="endings">The endings, each with its dot.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FileEndings(params IEnumerable<string> endings)
{
    private readonly List<string> _all = [.. endings];

    /// <summary>Whether a file's name ends so, in small letters or large ones.</summary>
    /// <param name="path">The file.</param>
    public bool Include(string path) => Find(path) >= 0;

    /// <summary>Such as <c>.png or .svg</c>.</summary>
    public override string ToString() => Listed.ToString();

    internal Said Listed => _all.Count < 2 ? (Said)$"{string.Concat(_all)}" : $"{string.Join(", ", _all[..^1])} or {_all[^1]}";

    /// <summary>The place of a file's ending in the list; −1 where it is not there.</summary>
    internal int Find(string path) => _all.FindIndex(ending => string.Equals(ending, Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>The place of a file's ending in the list.</summary>
    /// <exception cref="ArgumentException">It is not there.</exception>
    internal int Place(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Find(path) is >= 0 and var place ? place
            : throw Refusal.Argument($"'{Printable.Path(path)}' cannot be written: its ending says no format that there is. Give a name that ends in {Listed}.");
    }
}
