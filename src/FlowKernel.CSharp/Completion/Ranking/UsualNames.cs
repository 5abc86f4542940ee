using System.Collections.Frozen;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Ranking;

/// <summary>What is called on sequences, by how often an investigator needs it.</summary>
internal static class UsualNames
{
    /// <summary>What most cells call, the most frequent first.</summary>
    private static readonly string[] First =
    [
        "Where", "Select", "OrderByDescending", "GroupBy", "First", "Take", "Count", "Sum", "Any", "ToList", "Distinct",
        "Max",
    ];

    /// <summary>What some cells call.</summary>
    private static readonly string[] Further =
    [
        "Min", "Average", "OrderBy", "FirstOrDefault", "ToDictionary", "DistinctBy", "CountBy", "MaxBy", "MinBy", "All",
        "Contains", "SelectMany", "Skip", "ThenByDescending", "ThenBy", "ToArray", "ToHashSet", "ToLookup", "Join",
        "Zip", "Chunk", "Aggregate", "Last", "Single", "Concat", "Except", "Intersect", "Union", "Add",
    ];

    private static readonly int Own = First.Length;
    private static readonly int Other = First.Length + 1 + Further.Length;

    private static readonly FrozenDictionary<string, int> Ranks = First.Concat([""]).Concat(Further).Index()
        .ToFrozenDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);

    /// <summary>True for a type on which these are called.</summary>
    public static bool AreOf(INamespaceOrTypeSymbol? type) =>
        type is ITypeSymbol { SpecialType: not SpecialType.System_String } sequence
        && sequence.AllInterfaces.Append(sequence).Any(
            i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    /// <summary>Lower comes first; what FlowKernel itself and the notebook's types have comes after the first ones.</summary>
    public static int RankOf(string name, ISymbol? symbol) =>
        Ranks.TryGetValue(name, out var rank) ? rank : IsOwn(symbol) ? Own : Other;

    private static bool IsOwn(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly
        && (assembly.Name.StartsWith(nameof(FlowKernel), StringComparison.Ordinal)
            || SubmissionCompiler.IsCell(assembly.Name));
}
