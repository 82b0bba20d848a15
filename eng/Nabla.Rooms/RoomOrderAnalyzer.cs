using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nabla.Rooms;

/// <summary>
/// The folders of a project are its rooms, in the order that its <c>Rooms.txt</c> gives: a room may use those before it. Whatever a name
/// means counts, also where no type is named, as in a call of an extension.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomOrderAnalyzer : DiagnosticAnalyzer
{
    private const string List = "Rooms.txt";

    private static readonly DiagnosticDescriptor Later = new(
        "NABLA0001", "A room uses a later one", "{0} uses {1}, which is of {2}: rooms use those before them (see {3})", "Architecture", DiagnosticSeverity.Error, true);

    private static readonly DiagnosticDescriptor Unlisted = new(
        "NABLA0002", "A room has no place in the order", "{0} is not in {1}: give it its place", "Architecture", DiagnosticSeverity.Error, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Later, Unlisted);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Begin);
    }

    private static void Begin(CompilationStartAnalysisContext context)
    {
        var list = context.Options.AdditionalFiles.FirstOrDefault(file => Path.GetFileName(file.Path) == List);
        if (list?.GetText(context.CancellationToken) is not { } text) return;
        string root = Path.GetDirectoryName(list.Path) + Path.DirectorySeparatorChar;
        var rooms = text.Lines.Select(line => line.ToString().Trim()).Where(line => line.Length > 0).ToImmutableArray();
        context.RegisterSyntaxTreeAction(tree => CheckPlace(tree, root, rooms));
        context.RegisterSyntaxNodeAction(node => CheckName(node, root, rooms), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
    }

    private static void CheckPlace(SyntaxTreeAnalysisContext context, string root, ImmutableArray<string> rooms)
    {
        if (RoomOf(context.Tree, root) is { } room && !rooms.Contains(room))
            context.ReportDiagnostic(Diagnostic.Create(Unlisted, Location.Create(context.Tree, default), room, List));
    }

    private static void CheckName(SyntaxNodeAnalysisContext context, string root, ImmutableArray<string> rooms)
    {
        if (RoomOf(context.Node.SyntaxTree, root) is not { } here || !rooms.Contains(here)) return;
        var symbol = context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        if (type is null || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)) return;

        // A type in several files is at home where the first of its rooms is.
        string? there = type.DeclaringSyntaxReferences.Select(part => RoomOf(part.SyntaxTree, root)).OfType<string>().OrderBy(room => rooms.IndexOf(room)).FirstOrDefault();
        if (there is not null && rooms.IndexOf(there) > rooms.IndexOf(here))
            context.ReportDiagnostic(Diagnostic.Create(Later, context.Node.GetLocation(), here, type.Name, there, List));
    }

    private static string? RoomOf(SyntaxTree tree, string root)
    {
        string path = tree.FilePath;
        if (!path.StartsWith(root, StringComparison.Ordinal)) return null;
        string[] parts = path.Substring(root.Length).Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts[0] != "obj" ? parts[0] : null;
    }
}
