using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>The values of an enumeration as JSON, in small letters: <c>StoppedEarly</c> as <c>stopped-early</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KebabNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
