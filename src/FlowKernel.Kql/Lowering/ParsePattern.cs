using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Kql.Tree;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// The pattern of <c>parse</c> (https://learn.microsoft.com/kusto/query/parse-operator) as one regular expression with
/// a group per column, anchored at the start of the text.
/// </summary>
/// <param name="Regex">The regular expression, in RE2's syntax.</param>
/// <param name="Columns">The columns and the numbers of their groups.</param>
internal sealed partial record ParsePattern(string Regex, IReadOnlyList<(BoundColumn Column, int Group)> Columns)
{
    private const string Ungreedy = "ungreedy";
    private const string Integer = @"[-+]?\d+";
    private const string Number = @"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?";

    /// <summary>Reads the elements after <c>with</c>.</summary>
    public static ParsePattern Of(IReadOnlyList<SyntaxNode> elements, string kind, string flags)
    {
        if (flags.Contains('U', StringComparison.Ordinal) && !elements.Any(HasQuantifier))
            (kind, flags) = (Ungreedy, flags.Replace("U", "", StringComparison.Ordinal));
        var regex = new StringBuilder($"(?{Flags(flags)})^");
        var columns = new List<(BoundColumn, int)>();
        var groups = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            if (ColumnOf(elements[i]) is { } column)
            {
                columns.Add((column, ++groups));
                regex.Append('(').Append(Capture(column, kind, elements.ElementAtOrDefault(i + 1))).Append(')');
            }
            else
            {
                var between = Between(elements[i], kind);
                regex.Append(between);
                groups += Groups().Count(between);
            }
        }

        return new ParsePattern(regex.ToString(), columns);
    }

    private static string Between(SyntaxNode element, string kind) => element.Kind switch
    {
        "StarExpression" => ".*?",
        _ when kind is "regex" or Ungreedy => LiteralText.String(element),
        _ => Special().Replace(LiteralText.String(element), @"\$0"),
    };

    private static string Flags(string given) => new([.. given.Where("Uims".Contains).Append('s').Distinct()]);

    private static BoundColumn? ColumnOf(SyntaxNode element) => element.Kind switch
    {
        "NameDeclaration" => new BoundColumn(element.Text!, "string"),
        "NameAndTypeDeclaration" => new BoundColumn(
            element["Name"].Text!, element["Name"].Type?.Scalar ?? "string"),
        _ => null,
    };

    /// <summary>What a column takes: what looks like its type, or all up to what comes next.</summary>
    private static string Capture(BoundColumn column, string kind, SyntaxNode? next)
    {
        var shape = column.Type switch
        {
            KqlType.Int or KqlType.Long => Integer,
            KqlType.Real or KqlType.Decimal => Number,
            _ => null,
        };
        if (shape is not null && kind == "relaxed")
            return next?.Kind == "StarExpression" ? $"(?:{shape})?" : next is null ? ".*" : ".*?";
        if (shape is not null)
            return shape;
        return kind switch
        {
            "regex" => ".*",
            Ungreedy => ".*?",
            _ => next is null ? ".*" : ".*?",
        };
    }

    private static bool HasQuantifier(SyntaxNode element) =>
        element.Kind.EndsWith("StringLiteralExpression", StringComparison.Ordinal)
        && LiteralText.String(element).AsSpan().ContainsAny("*+?{");

    [GeneratedRegex(@"[\\.+*?()|\[\]{}^$]")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<!\\)\((?!\?)|(?<!\\)\(\?P<")]
    private static partial Regex Groups();
}
