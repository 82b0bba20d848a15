using System.ComponentModel;

namespace Nabla;

/// <summary>A setting of a T.</summary>
/// <typeparam name="T">What has it, a value: setting it makes another.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Setting<T> : Setting
    where T : class
{
    private readonly Func<T, bool> _belongs;
    private readonly Func<T, string?> _get;
    private readonly Func<T, string, T> _set;

    private Setting(
        string name, Said summary, ValueKind kind, string example, Func<T, bool> belongs, Func<T, string?> get, Func<T, string, T> set)
        : base(name, summary, kind, example) => (_belongs, _get, _set) = (belongs, get, set);

    /// <summary>Whether something has this setting.</summary>
    /// <param name="owner">What may have it.</param>
    public bool BelongsTo(T owner) => _belongs(owner);

    /// <summary>Its value as text; null where it is not set, or does not belong.</summary>
    /// <param name="owner">What has it.</param>
    public string? ValueOf(T owner) => _belongs(owner) ? _get(owner) : null;

    /// <summary>Sets it from text.</summary>
    /// <param name="owner">What has it.</param>
    /// <param name="text">The value.</param>
    /// <returns>The owner with that value.</returns>
    /// <exception cref="FormatException">The text is no such value; the message says what would be.</exception>
    public T Set(T owner, string text) => Try(text, () => Apply(owner, text), Sample.Length > 0 ? Sample : ValueOf(owner));

    /// <summary>The same, where a message says the reason alone.</summary>
    internal T Apply(T owner, string text) => _set(owner, text);

    /// <summary>What is wrong with its value, or null: one that can be written and read again is in its range.</summary>
    /// <param name="owner">What has it.</param>
    internal Said? Problem(T owner)
    {
        if (ValueOf(owner) is not { } value) return null;
        try
        {
            Set(owner, value);
            return null;
        }
        catch (FormatException error)
        {
            return Said.Of(error);
        }
    }

    /// <summary>A setting of one kind of T.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What it means.</param>
    /// <param name="values">What its value may be.</param>
    /// <param name="example">A value.</param>
    /// <param name="get">Its value.</param>
    /// <param name="set">The owner with another.</param>
    /// <param name="isSet">Whether it is set; where null it always is.</param>
    /// <param name="unset">What holds where it is not, in a word.</param>
    /// <param name="group">The heading that it stands under.</param>
    /// <param name="symbol">What stands for its value in a help text, where that is not what stands for all such values.</param>
    internal static Setting<T> Of<TOwner, TValue>(
        string name, Said summary, SettingValues<TValue> values, string example, Func<TOwner, TValue> get, Func<TOwner, TValue, T> set,
        Func<TOwner, bool>? isSet = null, string? unset = null, string group = "", string? symbol = null)
        where TOwner : class, T => new(
            name, summary, values, example, owner => owner is TOwner,
            owner => isSet is null || isSet((TOwner)owner) ? values.Write(get((TOwner)owner)) : null,
            (owner, text) => set((TOwner)owner, values.ReadTyped(text)))
        {
            Group = group, Symbol = symbol ?? values.Symbol, Unset = unset,
        };

    /// <summary>The same setting of something that has a T.</summary>
    internal Setting<TOuter> In<TOuter>(Func<TOuter, T> get, Func<TOuter, T, TOuter> set)
        where TOuter : class => new(
            Name, Summary, Kind, Sample, outer => BelongsTo(get(outer)), outer => ValueOf(get(outer)), (outer, text) => set(outer, Apply(get(outer), text)))
        {
            Group = Group, Symbol = Symbol, Unset = Unset, Owners = Owners, UsualOf = UsualOf,
        };

    /// <summary>
    /// The settings of every kind of T, each once: one that several kinds have is set of the kind that is there. Each kind's own order is kept.
    /// </summary>
    /// <param name="kinds">A usual one of each kind.</param>
    /// <param name="nameOf">What a kind is called.</param>
    /// <param name="settingsOf">What can be set of it.</param>
    internal static IEnumerable<Setting<T>> OfKinds(IReadOnlyList<T> kinds, Func<T, string> nameOf, Func<T, IReadOnlyList<Setting<T>>> settingsOf)
    {
        var all = new List<Setting<T>>();
        foreach (var settings in kinds.Select(settingsOf))
        {
            for (int i = 0; i < settings.Count; i++)
            {
                if (all.Exists(known => known.Name == settings[i].Name)) continue;
                int before = all.FindIndex(known => settings.Skip(i).Any(next => next.Name == known.Name));
                all.Insert(before < 0 ? all.Count : before, settings[i]);
            }
        }

        return all.Select(setting =>
        {
            string[] owners = [.. kinds.Where(kind => Own(kind) is not null).Select(nameOf)];
            return new Setting<T>(
                setting.Name, setting.Summary, setting.Kind, setting.Sample, kind => Own(kind) is not null, kind => Own(kind)!.ValueOf(kind),
                (kind, text) => Own(kind) is { } own ? own.Apply(kind, text)
                    : throw Refusal.Format($"{nameOf(kind)} has no such setting; it is for {Said.Names(owners)}"))
            {
                Group = setting.Group, Symbol = setting.Symbol, Unset = setting.Unset, Owners = owners.Length < kinds.Count ? owners : [],
                UsualOf = () => kinds.Where(kind => Own(kind) is not null).Select(kind => Own(kind)!.ValueOf(kind)).Distinct().ToArray() is [var usual] ? usual : null,
            };

            Setting<T>? Own(T kind) => settingsOf(kind).FirstOrDefault(own => own.Name == setting.Name);
        });
    }
}
