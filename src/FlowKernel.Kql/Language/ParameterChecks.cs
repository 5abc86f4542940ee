using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Checks how a query uses the parameters whose types the user has given. KQL lets values of any two types be compared
/// for equality, as texts; between a parameter and a column of different kinds that is a mistake.
/// </summary>
internal sealed class ParameterChecks
{
    // In has_any and has_all numbers are terms as well.
    private static readonly HashSet<string> Membership = new(
        ["InExpression", "NotInExpression", "InCsExpression", "NotInCsExpression"], StringComparer.Ordinal);

    private readonly QueryScope _scope;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _mistakes = [];

    private ParameterChecks(QueryScope scope) => _scope = scope;

    /// <summary>The parameters that the query names.</summary>
    public IReadOnlyList<string> Used => [.. _used];

    /// <summary>What is wrong with their use.</summary>
    public IReadOnlyList<Diagnostic> Mistakes => _mistakes;

    /// <summary>Reads a whole query.</summary>
    public static ParameterChecks Of(SyntaxNode root, QueryScope scope)
    {
        var checks = new ParameterChecks(scope);
        if (scope.Parameters.Count > 0)
            checks.Visit(root);
        return checks;
    }

    private void Visit(SyntaxNode node)
    {
        if (ParameterAt(node) is { } used)
            _used.Add(used.Name);
        else if (node.Kind == "QueryParametersStatement")
            _mistakes.AddRange(node.List("Parameters").Select(Declared).OfType<Diagnostic>());
        else if (Membership.Contains(node.Kind))
            CompareAll(node["Left"], node["Right"]);
        else if (ListComparisons.OperatorOf(node) is { } written)
            CompareOne(node, written);
        foreach (var child in node.Items)
            Visit(child);
    }

    private void CompareOne(SyntaxNode node, string written)
    {
        var (left, right) = (node["Left"], node["Right"]);
        var list = ListUse(right, left, written);
        if (!ListComparisons.LooksInto(written))
            list ??= ListUse(left, right, written);
        if (list is not null)
            _mistakes.Add(list);
        else if (node.Kind is "EqualExpression" or "NotEqualExpression")
            Compare(left, right);
    }

    private Diagnostic? ListUse(SyntaxNode use, SyntaxNode other, string written) =>
        Bare(use) is var bare && ParameterAt(bare) is { Parameter: { Origin: { } origin, Element: not null } }
        && other.Type?.ScalarType is { } type && type != KqlType.Dynamic
            ? ListComparisons.Mistake(Capital(origin), bare, written)
            : null;

    private void CompareAll(SyntaxNode left, SyntaxNode list)
    {
        foreach (var item in list.List("Expressions"))
            Compare(left, item);
    }

    private void Compare(SyntaxNode left, SyntaxNode right)
    {
        if (Mistake(left, right) is { } here)
            _mistakes.Add(here);
        else if (Mistake(right, left) is { } there)
            _mistakes.Add(there);
    }

    private Diagnostic? Mistake(SyntaxNode use, SyntaxNode other) =>
        Bare(use) is var bare && ParameterAt(bare) is { Parameter: { Origin: not null } parameter }
        && other.Type?.ScalarType is { } type && !Fit(parameter.Element ?? parameter.Type, type)
            ? Compared(bare, parameter, Bare(other).Text ?? "a value", type)
            : null;

    private static SyntaxNode Bare(SyntaxNode node) =>
        node.Kind == "ParenthesizedExpression" ? Bare(node["Expression"]) : node;

    private Diagnostic? Declared(SyntaxNode declaration)
    {
        var name = declaration["NameAndType"]["Name"];
        return _scope.Parameters.TryGetValue(name.Text!, out var given) && given.Origin is not null
            && name.Type?.ScalarType is { } type && !Converts(given.Type, type)
                ? Disagrees(name, type, given)
                : null;
    }

    // A function's own parameter may have the same name; then its type tells them apart, mostly.
    private (string Name, QueryParameter Parameter)? ParameterAt(SyntaxNode node) =>
        node is { Kind: "NameReference", Symbol: "ParameterSymbol", Text: { } name }
        && _scope.Parameters.TryGetValue(name, out var parameter)
            ? (name, parameter)
            : null;

    private static bool Fit(KqlType a, KqlType b) =>
        a == b || a == KqlType.Dynamic || b == KqlType.Dynamic || (a.IsNumeric() && b.IsNumeric());

    private static bool Converts(KqlType from, KqlType to) =>
        from == to || to == KqlType.Dynamic || (from.IsNumeric() && to.IsNumeric() && from < to);

    private static Diagnostic Compared(SyntaxNode use, QueryParameter parameter, string other, KqlType type) => new(
        "FK1111",
        $"{Capital(parameter.Origin!)} is compared with {other}, which is {type.Name()}.",
        use.Span,
        parameter.Element is null
            ? $"Convert it in the query, as {Conversion(type)}({use.Text}) does, or change its type in C#."
            : $"Make it a list of {type.Name()} values in C#.");

    private static Diagnostic Disagrees(SyntaxNode name, KqlType type, QueryParameter given) => new(
        "FK1113",
        $"The query declares '{name.Text}' as {type.Name()}, but it is given {given.Origin}.",
        name.Span,
        $"Declare it as {given.Type.Name()}, or change its type in C#.");

    private static string Conversion(KqlType type) => type == KqlType.Real ? "toreal" : "to" + type.Name();

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
