namespace Nabla;

/// <summary>Why a picture is not given to the library.</summary>
/// <param name="What">What is wrong, as the rest of a sentence that begins with its name.</param>
/// <param name="IsDamage">Whether the file is not as it was written; otherwise it is fine, and only not read.</param>
internal sealed record Flaw(Said What, bool IsDamage)
{
    public static Flaw Damage(Said what) => new(what, IsDamage: true);

    public static Flaw Unread(Said what) => new(what, IsDamage: false);

    /// <summary>With what to do about it.</summary>
    public InvalidDataException Refuse(string name) => IsDamage
        ? Refusal.Data($"'{Printable.Path(name)}' {What}. Save the picture again, or copy it again.")
        : Refusal.Data($"'{Printable.Path(name)}' {What}; convert it to PNG.");
}
