using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Makes types of loaded cells members of another cell, as if that one had declared them: later cells find them there. They
/// would find aliases as well, but for each name that it looks up the compiler makes all aliases of all cells anew. It has no
/// public way to do so: this one looks inside, and where it does not find what it knows aliases have to do. The compiler must
/// not be asked to compile such a cell, only what is in it.
/// </summary>
internal static class MemberTypes
{
    private const BindingFlags Any =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type? Container = Named("SourceMemberContainerTypeSymbol");
    private static readonly FieldInfo? Members = Container?.GetField("_lazyTypeMembers", Any);
    private static readonly MethodInfo? Make = Container?.GetMethod("GetTypeMembersDictionary", Any, []);
    private static readonly PropertyInfo? Underlying = Named("PublicModel.NamedTypeSymbol")?.GetProperty("UnderlyingNamedTypeSymbol", Any);
    private static readonly MethodInfo? OfName = Named("NamespaceOrTypeSymbol")?.GetMethod("GetTypeMembers", Any, [typeof(string)]);

    /// <summary>Whether this compiler is as it is known here.</summary>
    public static bool IsPossible => AnonymousTypeTemplates.IsPossible
        && Make is not null && Underlying is not null && OfName is not null
        && Members?.FieldType.GetGenericArguments() is [var name, var types]
        && name == typeof(ReadOnlyMemory<char>) && types == OfName.ReturnType;

    /// <summary>Adds types to a cell, nothing of which has been bound yet.</summary>
    /// <param name="cell">The cell, which refers to them.</param>
    /// <param name="cells">The names of the cells that they were declared in; those of others are passed over.</param>
    public static CSharpCompilation Add(CSharpCompilation cell, IReadOnlyCollection<string> cells)
    {
        if (!IsPossible || cells.Count == 0)
            return cell;
        var container = Underlying!.GetValue(cell.ScriptClass)!;
        var members = (IDictionary)Activator.CreateInstance(Members!.FieldType, Make!.Invoke(container, null), new SameName())!;
        foreach (var types in cells.Select(c => cell.GetTypeByMetadataName(CellClass.Of(c))).OfType<INamedTypeSymbol>())
        {
            foreach (var name in types.GetTypeMembers().Where(t => t.CanBeReferencedByName).Select(t => t.Name).Distinct())
                members[name.AsMemory()] = OfName!.Invoke(Underlying.GetValue(types), [name]);
        }

        Members.SetValue(container, members);
        return cell;
    }

    private static Type? Named(string name) =>
        typeof(CSharpCompilation).Assembly.GetType("Microsoft.CodeAnalysis.CSharp.Symbols." + name);

    private sealed class SameName : IEqualityComparer<ReadOnlyMemory<char>>
    {
        public bool Equals(ReadOnlyMemory<char> x, ReadOnlyMemory<char> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<char> obj) => string.GetHashCode(obj.Span);
    }
}
