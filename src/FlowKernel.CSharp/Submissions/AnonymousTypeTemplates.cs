using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The anonymous types of a submission, which are also those of later ones that make objects with the same properties. Unless
/// the compiler knows that a submission has been compiled, it compiles it once more, whole, for these alone. It has no public way to say so: this one looks inside, and where it
/// does not find what it knows nothing is lost but time and memory.
/// </summary>
internal static class AnonymousTypeTemplates
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly PropertyInfo? Manager =
        typeof(CSharpCompilation).GetProperty("AnonymousTypeManager", Any | BindingFlags.DeclaredOnly);

    private static readonly MethodInfo? SealTemplates = Manager?.PropertyType.GetMethod("SealTemplates", Any, []);

    /// <summary>Whether this compiler is as it is known here.</summary>
    public static bool IsPossible => Manager is not null && SealTemplates is not null;

    /// <summary>Lets the compiler know that a cell has none, unless it has some.</summary>
    public static CSharpCompilation Seal(CSharpCompilation cell)
    {
        if (IsPossible && !cell.SyntaxTrees.Any(HasSome))
            SealTemplates!.Invoke(Manager!.GetValue(cell), null);
        return cell;
    }

    private static bool HasSome(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(n => n is AnonymousObjectCreationExpressionSyntax);
}
