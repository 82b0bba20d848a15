using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>How the value of a <see cref="Setting"/> looks in JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[JsonConverter(typeof(KebabNames<SettingForm>))]
public enum SettingForm
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An array of numbers.</summary>
    Numbers,

    /// <summary><c>true</c>, or not there.</summary>
    Flag,
}
