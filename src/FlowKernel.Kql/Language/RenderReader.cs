using System.Globalization;
using FlowKernel.Kql.Tree;
using FlowKernel.Results;

namespace FlowKernel.Kql.Language;

/// <summary>Reads the render operator's chart kind and properties.</summary>
internal static class RenderReader
{
    private static readonly Dictionary<string, Func<RenderProperties, SyntaxNode, RenderProperties>> Readers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["title"] = (r, value) => r with { Title = Word(value) },
            ["kind"] = (r, value) => r with { Kind = Word(value) },
            ["legend"] = (r, value) => r with { Legend = Word(value) },
            ["xcolumn"] = (r, value) => r with { XColumn = Word(value) },
            ["ycolumns"] = (r, value) => r with { YColumns = Names(value) },
            ["series"] = (r, value) => r with { Series = Names(value) },
            ["anomalycolumns"] = (r, value) => r with { AnomalyColumns = Names(value) },
            ["xtitle"] = (r, value) => r with { XTitle = Word(value) },
            ["ytitle"] = (r, value) => r with { YTitle = Word(value) },
            ["xaxis"] = (r, value) => r with { XAxis = Word(value) },
            ["yaxis"] = (r, value) => r with { YAxis = Word(value) },
            ["ymin"] = (r, value) => r with { YMin = Number(value) },
            ["ymax"] = (r, value) => r with { YMax = Number(value) },
            ["xmin"] = (r, value) => r with { XMin = Number(value) },
            ["xmax"] = (r, value) => r with { XMax = Number(value) },
            ["ysplit"] = (r, value) => r with { YSplit = Word(value) },
            ["accumulate"] = (r, value) => r with { Accumulate = Word(value) == "true" },
        };

    /// <summary>The properties of a <c>RenderOperator</c>; unknown ones are left aside.</summary>
    public static RenderProperties Read(SyntaxNode render)
    {
        var properties = new RenderProperties(render["ChartType"].Text!);
        foreach (var given in render.List("Parameters").Concat(render.Find("WithClause")?.List("Properties") ?? []))
        {
            if (given.Find("Name")?.Text is { } name && Readers.TryGetValue(name, out var reader))
                properties = reader(properties, given["Expression"]);
        }

        return properties;
    }

    private static string? Word(SyntaxNode value) => value.Kind switch
    {
        "StringLiteralExpression" or "CompoundStringLiteralExpression" => LiteralText.String(value),
        "NameReferenceList" => Names(value).FirstOrDefault(),
        "NameReference" => value.Text,
        _ => Tokens(value),
    };

    private static IReadOnlyList<string> Names(SyntaxNode value) => value.Kind switch
    {
        "NameReferenceList" => [.. value.List("Names").Select(n => n.Text!)],
        _ => [Word(value)!],
    };

    private static double? Number(SyntaxNode value)
    {
        var negative = value.Kind == "UnaryMinusExpression";
        var text = Tokens(negative ? value["Expression"] : value);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? negative ? -number : number
            : null;
    }

    private static string Tokens(SyntaxNode value) => value.Text ?? string.Concat(value.Items.Select(Tokens));
}
