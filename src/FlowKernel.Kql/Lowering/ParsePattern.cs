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
    private const string Integer = @"[-+]?\d+";
    private const string Number = @"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?";

    /// <summary>Reads the elements after <c>with</c>.</summary>
    public static ParsePattern Of(IReadOnlyList<SyntaxNode> elements, string kind, string flags)
    {
        var ungreedy = flags.Contains('U', StringComparison.Ordinal)
            && !elements.Any(e => ColumnOf(e) is null && e.Kind != "StarExpression" && HasQuantifier(e));
        var regex = new StringBuilder($"(?{Flags(ungreedy ? flags.Replace("U", "", StringComparison.Ordinal) : flags)})^");
        var columns = new List<(BoundColumn, int)>();
        var groups = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            if (element.Kind == "StarExpression")
            {
                regex.Append(".*?");
            }
            else if (ColumnOf(element) is { } column)
            {
                columns.Add((column, ++groups));
                regex.Append('(').Append(Capture(column, ungreedy ? "ungreedy" : kind, i + 1 < elements.Count ? elements[i + 1] : null)).Append(')');
            }
            else
            {
                var literal = LiteralText.String(element);
                regex.Append(kind == "regex" ? literal : Escape(literal));
                groups += kind == "regex" ? Groups().Count(literal) : 0;
            }
        }

        return new ParsePattern(regex.ToString(), columns);
    }

    private static string Flags(string given) => new([.. given.Where("Uims".Contains).Append('s').Distinct()]);

    private static BoundColumn? ColumnOf(SyntaxNode element) => element.Kind switch
    {
        "NameDeclaration" => new BoundColumn(element.Text!, "string"),
        "NameAndTypeDeclaration" => new BoundColumn(
            element["Name"].Text!, element["Name"].Type?.Scalar ?? "string"),
        _ => null,
    };

    /// <summary>What a column takes: up to the next literal, to the end, or, before a <c>*</c>, what looks like its type.</summary>
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
            "ungreedy" => ".*?",
            _ => next is null ? ".*" : ".*?",
        };
    }

    private static bool HasQuantifier(SyntaxNode literal) => LiteralText.String(literal).AsSpan().ContainsAny("*+?{");

    private static string Escape(string literal) => Special().Replace(literal, @"\$0");

    [GeneratedRegex(@"[\\.+*?()|\[\]{}^$]")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<!\\)\((?!\?)|(?<!\\)\(\?P<")]
    private static partial Regex Groups();
}
