using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Nabla.Tests.Text;

/// <summary>
/// Every sentence of an assembly, read from its instructions: of each interpolated string that becomes a <see cref="Said"/> the compiler calls the
/// constructor with the number of characters and of places, then appends them in turn. So none can be forgotten, whether a test provokes it or not.
/// </summary>
internal static class Sentences
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The keys of an assembly's sentences, in the order of its methods.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var keys = new List<string>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            int address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0) AddSentences(keys, metadata, file.GetMethodBody(address).GetILReader());
        }

        return [.. keys.Distinct()];
    }

    private static void AddSentences(List<string> keys, MetadataReader metadata, BlobReader code)
    {
        var open = new Stack<(StringBuilder Key, int Letters, int Places)>();
        string text = "";
        int last = 0, before = 0;
        while (code.RemainingBytes > 0)
        {
            short value = code.ReadByte();
            var operation = Codes[value == 0xFE ? (short)(0xFE00 | code.ReadByte()) : value];
            int operand = operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => code.ReadSByte(),
                OperandType.InlineVar => code.ReadInt16(),
                OperandType.InlineI8 or OperandType.InlineR => (int)code.ReadInt64(),
                OperandType.InlineSwitch => Skip(ref code, code.ReadInt32()),
                _ => code.ReadInt32(),
            };

            if (operation == OpCodes.Ldstr)
            {
                text = metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(operand));
            }
            else if (Constant(operation, operand) is int number)
            {
                (before, last) = (last, number);
            }
            else if (operation.OperandType == OperandType.InlineMethod)
            {
                string? method = OfSaid(metadata, MetadataTokens.EntityHandle(operand));
                if (method == ".ctor" && operation == OpCodes.Newobj) open.Push((new StringBuilder(), before, last));
                if (method is nameof(Said.AppendLiteral) or "AppendFormatted")
                {
                    var (key, letters, places) = open.Pop();
                    if (method == nameof(Said.AppendLiteral)) letters -= text.Length;
                    key.Append(method == nameof(Said.AppendLiteral) ? text : "{}");
                    if (method != nameof(Said.AppendLiteral)) places--;
                    open.Push((key, letters, places));
                }

                if (open.TryPeek(out var top) && top is { Letters: 0, Places: 0 }) keys.Add(Numbered(open.Pop().Key.ToString()));
            }
        }

        Assert.Empty(open);
    }

    private static string Numbered(string key)
    {
        string[] parts = key.Split("{}");
        return string.Concat(parts.Select((part, i) => i == 0 ? part : $"{{{i - 1}}}{part}"));
    }

    private static int? Constant(OpCode operation, int operand) =>
        operation == OpCodes.Ldc_I4 || operation == OpCodes.Ldc_I4_S ? operand
        : operation.Value >= OpCodes.Ldc_I4_0.Value && operation.Value <= OpCodes.Ldc_I4_8.Value ? operation.Value - OpCodes.Ldc_I4_0.Value
        : null;

    private static int Skip(ref BlobReader code, int targets)
    {
        code.Offset += 4 * targets;
        return targets;
    }

    // The name of a method of Said; null of any other type's.
    private static string? OfSaid(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodSpecification) handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind == HandleKind.MethodDefinition)
        {
            var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            return metadata.GetString(type.Name) == nameof(Said) ? metadata.GetString(method.Name) : null;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        return member.Parent.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == nameof(Said)
            ? metadata.GetString(member.Name)
            : null;
    }
}
