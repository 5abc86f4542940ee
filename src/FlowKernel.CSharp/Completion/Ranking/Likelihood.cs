using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Ranking;

/// <summary>Which of the proposals that fit what was typed are likely, at one place.</summary>
internal sealed class Likelihood
{
    // Everything has them, and hardly anyone looks for them.
    private static readonly FrozenSet<string> OfEverything = new[]
    {
        "Deconstruct", nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone),
        nameof(ReferenceEquals), nameof(ToString),
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (Func<Likelihood, Proposal, bool> Holds, int Weight)[] Weights =
    [
        // Before what Roslyn prefers: Equals, wherever a bool may stand.
        ((at, p) => at.IsIdle(p), -100),
        ((at, p) => at._calledFor.Contains(p.Name), 40),
        ((_, p) => p.IsExpectedValue, 30),
        ((_, p) => p.Preference > 0, 20),
        ((at, p) => at._names.IsExpected(p.Name), 10),
        ((_, p) => p.Preference < 0, -20),
    ];

    private readonly WordPlace _place;
    private readonly NamesInScope _names;
    private readonly IReadOnlySet<string> _calledFor;
    private readonly UsualMembers? _usual;

    /// <summary>What is likely at a place, with the names that can stand there.</summary>
    public Likelihood(WordPlace place, NamesInScope names, INamespaceOrTypeSymbol? container)
    {
        _place = place;
        _names = names;
        _calledFor = CalledFor.At(place, names.Expected);
        _usual = UsualNames.AreOf(container) ? null : new UsualMembers(container);
    }

    /// <summary>True for a name that everything has, such as <c>GetHashCode</c>.</summary>
    public static bool IsOfEverything(string name) => OfEverything.Contains(name);

    /// <summary>Those whose names fit what was typed, each text once, the likely ones first.</summary>
    public IEnumerable<Proposal> Ranked(IEnumerable<Proposal> proposals, string typed) =>
        TypedPrefix.Fitting(proposals, p => p.Name, typed, p => p.LastName)
            .OrderBy(p => p.Fit)
            .ThenByDescending(p => WeightOf(p.Item))
            .ThenByDescending(p => p.Item.Preference)
            .ThenBy(p => p.Item.IsElsewhere)
            .ThenBy(p => RankOf(p.Item.Name))
            .ThenBy(p => p.Item.Kind.Rank)
            .ThenBy(p => p.Item.SortText, StringComparer.OrdinalIgnoreCase)
            .Select(p => p.Item)
            .DistinctBy(p => p.Insert);

    private int RankOf(string name)
    {
        if (!_place.IsMember)
            return 0;
        var symbols = _names.Named(name);
        return _usual?.RankOf(name, [.. symbols]) ?? UsualNames.RankOf(name, symbols.FirstOrDefault());
    }

    private int WeightOf(Proposal proposal) => Weights.Where(w => w.Holds(this, proposal)).Sum(w => w.Weight);

    // A row's text may be what is expected, and a number's is what people ask for; that of the cell itself is not.
    private bool IsIdle(Proposal proposal) => IsOfEverything(proposal.Name)
        && !(_place.IsMember && (_names.IsExpected(proposal.Name) || _usual?.Contains(proposal.Name) == true));
}
