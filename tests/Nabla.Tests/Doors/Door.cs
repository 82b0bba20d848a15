using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Nabla.Tests;

/// <summary>A public constructor, method or property that reads, which anyone may call with anything.</summary>
internal sealed class Door
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Func<object?[], object?> _call;

    private Door(MethodBase method)
    {
        Method = method;
        Parameters = method.GetParameters();
        _call = Compile(method);
    }

    public MethodBase Method { get; }

    public ParameterInfo[] Parameters { get; }

    /// <summary>Whether it is called on an object.</summary>
    public bool OnObject => Method is MethodInfo { IsStatic: false };

    /// <summary>Such as <c>Dataset.Take</c>.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>All doors of a type, but what the compiler made of it.</summary>
    public static IEnumerable<Door> Of(Type type)
    {
        var methods = type.GetMethods(Declared).Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute), false)
            && !method.Name.StartsWith("set_", StringComparison.Ordinal) && !method.IsAbstract && !method.Name.StartsWith("op_", StringComparison.Ordinal));
        var constructors = type.IsAbstract || type.IsEnum ? [] : type.GetConstructors();
        return methods.Select(Closed).Concat<MethodBase>(constructors).Select(method => new Door(method));
    }

    /// <summary>Calls it; the object first where it is called on one. A span is given as an array.</summary>
    public object? Call(object?[] arguments) => _call(arguments);

    private static MethodInfo Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(double))])
        : method;

    // Reflection calls nothing that takes or returns a span; a few instructions of our own do.
    private static Func<object?[], object?> Compile(MethodBase method)
    {
        var calling = new DynamicMethod("call", typeof(object), [typeof(object[])], typeof(Door).Module, skipVisibility: true);
        var code = calling.GetILGenerator();
        int next = 0;
        if (!method.IsConstructor && !method.IsStatic)
        {
            Load();
            code.Emit(method.DeclaringType!.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, method.DeclaringType);
        }

        foreach (var parameter in method.GetParameters())
        {
            Load();
            var type = parameter.ParameterType;
            if (type.IsByRef)
            {
                var local = code.DeclareLocal(type.GetElementType()!);
                if (parameter.IsOut) code.Emit(OpCodes.Pop);
                else
                {
                    code.Emit(OpCodes.Unbox_Any, type.GetElementType()!);
                    code.Emit(OpCodes.Stloc, local);
                }

                code.Emit(OpCodes.Ldloca, local);
            }
            else if (type.IsByRefLike)
            {
                var array = type.GetGenericArguments()[0].MakeArrayType();
                code.Emit(OpCodes.Castclass, array);
                code.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [array])!);
            }
            else
            {
                code.Emit(OpCodes.Unbox_Any, type);
            }
        }

        if (method is ConstructorInfo constructor) code.Emit(OpCodes.Newobj, constructor);
        else code.Emit(method.IsStatic || method.DeclaringType!.IsValueType ? OpCodes.Call : OpCodes.Callvirt, (MethodInfo)method);
        var result = method is MethodInfo { ReturnType: var returned } ? returned : method.DeclaringType!;
        if (result.IsByRef)
        {
            code.Emit(OpCodes.Ldobj, result.GetElementType()!);
            result = result.GetElementType()!;
        }

        if (result.IsByRefLike) code.Emit(OpCodes.Pop);
        if (result == typeof(void) || result.IsByRefLike) code.Emit(OpCodes.Ldnull);
        else if (result.IsValueType) code.Emit(OpCodes.Box, result);
        code.Emit(OpCodes.Ret);
        return calling.CreateDelegate<Func<object?[], object?>>();

        void Load()
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, next++);
            code.Emit(OpCodes.Ldelem_Ref);
        }
    }
}
