namespace Nabla;

/// <summary>How far the download of one file is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Bytes">Bytes on disk so far, those of an earlier, interrupted download included.</param>
/// <param name="TotalBytes">Bytes of the whole file; null where the mirror does not say.</param>
/// <param name="Mirror">The address the file comes from.</param>
public readonly record struct DownloadProgress(string File, long Bytes, long? TotalBytes, Uri Mirror);
