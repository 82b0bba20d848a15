using System.Reflection;

namespace Nabla.Tests;

/// <summary>The engine, and what teaches and what reads pictures beside it.</summary>
internal static class Libraries
{
    public static readonly IReadOnlyList<Assembly> All = [typeof(Network).Assembly, typeof(Experiment).Assembly, typeof(ImageFile).Assembly];

    /// <summary>The types that users see.</summary>
    public static IEnumerable<Type> Exported => All.SelectMany(library => library.GetExportedTypes());

    public static bool Have(Type type) => All.Contains(type.Assembly);
}
