using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Tags;

namespace FlowKernel.CSharp.Completion;

/// <summary>Types of .NET that cells can name in full only, unless they use the namespace.</summary>
internal static class TypesElsewhere
{
    private const int FewestTyped = 2;

    private static readonly string[] Namespaces =
    [
        "System.Buffers.Binary", "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen",
        "System.Collections.Immutable", "System.Data", "System.Diagnostics", "System.IO.Compression", "System.Net.Http",
        "System.Net.Http.Headers", "System.Net.Mail", "System.Net.NetworkInformation", "System.Net.Security",
        "System.Net.Sockets", "System.Net.WebSockets", "System.Numerics", "System.Reflection",
        "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Security.Cryptography",
        "System.Security.Cryptography.X509Certificates", "System.Text.Json", "System.Text.Json.Nodes",
        "System.Text.Json.Serialization", "System.Text.RegularExpressions", "System.Threading.Channels", "System.Timers",
        "System.Web", "System.Xml", "System.Xml.Linq",
    ];

    private static readonly Dictionary<TypeKind, string> Tags = new()
    {
        [TypeKind.Class] = WellKnownTags.Class,
        [TypeKind.Struct] = WellKnownTags.Structure,
        [TypeKind.Enum] = WellKnownTags.Enum,
        [TypeKind.Interface] = WellKnownTags.Interface,
        [TypeKind.Delegate] = WellKnownTags.Delegate,
    };

    // All cells refer to the same .NET.
    private static volatile IReadOnlyList<Proposal>? _known;

    /// <summary>
    /// The types that begin with what was typed and are not seen at a place; none before two characters, for they are many.
    /// </summary>
    public static IEnumerable<Proposal> At(WordPlace place, NamesInScope names, string typed) =>
        typed.Length < FewestTyped || place.IsMember || place.IsInUsing
            ? []
            : (_known ??= Find(place.Model.Compilation))
                .Where(p => TypedPrefix.Fit(p.Name, typed) < TypedPrefix.Within && !IsSeen(p, names));

    private static bool IsSeen(Proposal type, NamesInScope names) =>
        names.Named(type.Name).Any(s => s is INamedTypeSymbol && s.ToDisplayString(TypeName) == type.Insert);

    private static SymbolDisplayFormat TypeName { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static List<Proposal> Find(Compilation compilation) =>
    [
        .. Namespaces
            .Select(name => Namespace(compilation.GlobalNamespace, name))
            .SelectMany(space => space?.GetTypeMembers() ?? [])
            .Where(type => type.DeclaredAccessibility == Accessibility.Public && Tags.ContainsKey(type.TypeKind))
            .Where(type => !type.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal))
            .DistinctBy(type => type.ToDisplayString(TypeName))
            .Select(Of),
    ];

    private static INamespaceSymbol? Namespace(INamespaceSymbol root, string name) => name.Split('.').Aggregate(
        (INamespaceSymbol?)root,
        (space, part) => space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));

    private static Proposal Of(INamedTypeSymbol type) => new(
        type.Name, type.ToDisplayString(TypeName), type.Name, CompletionKind.Of([Tags[type.TypeKind]]))
    {
        IsElsewhere = true,
        Remark = type.ContainingNamespace.ToDisplayString(),
    };
}
