using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The anonymous types of a submission, which are also those of later ones that make objects with the same properties.
/// Unless the compiler knows that a submission has been compiled, it compiles it once more, whole, for these alone. It
/// has no public way to say so: this one looks inside, and where it does not find what it knows nothing is lost but time
/// and memory.
/// </summary>
internal static class AnonymousTypeTemplates
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly PropertyInfo? Manager =
        typeof(CSharpCompilation).GetProperty("AnonymousTypeManager", Any | BindingFlags.DeclaredOnly);

    private static readonly MethodInfo? Ensure =
        typeof(Compilation).GetMethod("EnsureAnonymousTypeTemplates", Any, [typeof(CancellationToken)]);

    private static readonly FieldInfo?[] Known =
        [Manager?.PropertyType.GetField("_lazyAnonymousTypeTemplates", Any), Manager?.PropertyType.GetField("_lazyAnonymousDelegates", Any)];

    private static readonly MethodInfo? SealTemplates = Manager?.PropertyType.GetMethod("SealTemplates", Any, []);

    /// <summary>Whether this compiler is as it is known here.</summary>
    public static bool IsPossible =>
        Manager is not null && SealTemplates is not null && Ensure is not null && !Known.Contains(null);

    /// <summary>
    /// Lets the compiler know that a cell, nothing of which has been bound yet, has none but those of the cells before it;
    /// unless it has some.
    /// </summary>
    public static CSharpCompilation Seal(CSharpCompilation cell)
    {
        if (!IsPossible || cell.SyntaxTrees.Any(HasSome))
            return cell;
        var manager = Manager!.GetValue(cell);
        if (cell.ScriptCompilationInfo?.PreviousScriptCompilation is { } previous)
        {
            Ensure!.Invoke(previous, [CancellationToken.None]);
            foreach (var known in Known)
                known!.SetValue(manager, known.GetValue(Manager.GetValue(previous)));
        }

        SealTemplates!.Invoke(manager, null);
        return cell;
    }

    private static bool HasSome(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(n => n is AnonymousObjectCreationExpressionSyntax);
}
