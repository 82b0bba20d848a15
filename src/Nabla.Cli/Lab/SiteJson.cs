using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>The list of files in an exported site.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class SiteJson : JsonSerializerContext;
