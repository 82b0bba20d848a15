using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>An enum's values as strings: <c>stoppedEarly</c>.</summary>
internal sealed class CamelCaseNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
