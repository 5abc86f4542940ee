using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The aliases of all cells so far, which the compiler hands on to each next one for a debugger to read: it finds what they
/// stand for in the cells themselves. For each alias every compiled cell would refer to one more assembly. There is no
/// public way to do without: this one looks inside, and where it does not find what it knows nothing is lost but time and
/// memory.
/// </summary>
internal static class InheritedAliases
{
    private const string Aliases = "UsingAliases";
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly FieldInfo? Inherited = typeof(CSharpCompilation).GetField("_lazyPreviousSubmissionImports", Any);
    private static readonly MethodInfo? Inherit = typeof(CSharpCompilation).GetMethod("GetPreviousSubmissionImports", Any, []);
    private static readonly FieldInfo? OfImports = Inherited?.FieldType.GetField(Aliases, Any);
    private static readonly FieldInfo?[] Others = [Inherited?.FieldType.GetField("Usings", Any), Inherited?.FieldType.GetField("ExternAliases", Any)];
    private static readonly object? None = OfImports?.FieldType.GetField(nameof(ImmutableDictionary<,>.Empty))?.GetValue(null);

    private static readonly ConstructorInfo? New = Others.Contains(null) || OfImports is null
        ? null
        : Inherited!.FieldType.GetConstructor(Any, [OfImports.FieldType, .. Others.Select(f => f!.FieldType)]);

    /// <summary>Whether this compiler is as it is known here.</summary>
    public static bool IsPossible => Inherit is not null && None is not null && New is not null;

    /// <summary>Makes a cell, nothing of which has been bound yet, one that none are handed on to.</summary>
    public static CSharpCompilation Drop(CSharpCompilation cell)
    {
        if (!IsPossible || Inherit!.Invoke(cell, null) is not { } imports || OfImports!.GetValue(imports) == None)
            return cell;
        Inherited!.SetValue(cell, New!.Invoke([None, .. Others.Select(f => f!.GetValue(imports))]));
        return cell;
    }
}
