using System.IO.Enumeration;
using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Tables that are named through their database: <c>database().T</c>, <c>database('*').*</c>
/// (https://learn.microsoft.com/kusto/query/database-function). Local data is one database.
/// </summary>
internal static class DatabaseTables
{
    /// <summary>The name, or the wildcard, behind the database where that is the one at hand; null for all else.</summary>
    public static SyntaxNode? NameIn(LoweringContext context, SyntaxNode node) =>
        node is { Kind: "PathExpression" } && node["Expression"] is { Kind: "FunctionCallExpression" } call
        && call["Name"].Text == "database" && IsAtHand(context, [.. call["ArgumentList"].List("Expressions")])
            ? node["Selector"]
            : null;

    private static bool IsAtHand(LoweringContext context, IReadOnlyList<SyntaxNode> arguments) => arguments switch
    {
        [] => true,
        [{ Kind: "StringLiteralExpression" } name] => FileSystemName.MatchesSimpleExpression(
            LiteralText.String(name), context.Run.Scope.Schema.Name, ignoreCase: false),
        _ => false,
    };
}
