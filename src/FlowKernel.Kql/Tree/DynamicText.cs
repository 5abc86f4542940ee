using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.Kql.Tree;

/// <summary>Writes the inside of <c>dynamic(…)</c> as JSON.</summary>
internal static class DynamicText
{
    /// <summary>The JSON of a dynamic literal's expression; null for the null and for what is no literal.</summary>
    public static string? ToJson(SyntaxNode expression) => ToNode(expression)?.ToJsonString();

    /// <summary>True when every number in the literal is one that a real can hold.</summary>
    public static bool IsFinite(SyntaxNode expression) =>
        expression.Kind is "LongLiteralExpression" or "RealLiteralExpression"
            ? !double.TryParse(Token(expression), CultureInfo.InvariantCulture, out var n) || double.IsFinite(n)
            : expression.Items.All(IsFinite);

    private static JsonNode? ToNode(SyntaxNode node) => node.Kind switch
    {
        "DynamicExpression" => ToNode(node["Expression"]),
        "JsonArrayExpression" => new JsonArray([.. node.List("Values").Select(ToNode)]),
        "JsonObjectExpression" => ToObject(node),
        "StringLiteralExpression" or "CompoundStringLiteralExpression" => JsonValue.Create(LiteralText.String(node)),
        "UnaryMinusExpression" => Number("-" + Token(node["Expression"])),
        "UnaryPlusExpression" => Number(Token(node["Expression"])),
        "LongLiteralExpression" or "RealLiteralExpression" when Number(Token(node)) is { } number => number,
        _ when LiteralValues.Reads(node.Kind) && LiteralValues.TryRead(node, out _, out var value) => Scalar(value),
        _ => null,
    };

    private static JsonObject ToObject(SyntaxNode node)
    {
        var bag = new JsonObject();
        foreach (var pair in node.List("Pairs"))
            bag[LiteralText.Unquote(pair["Name"].Text ?? Token(pair["Name"]))] = ToNode(pair["Value"]);
        return bag;
    }

    private static JsonNode? Number(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonValue;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Token(SyntaxNode literal) => literal.Find("Token")?.Text ?? "";

    private static JsonNode? Scalar(object? value) => value switch
    {
        null => null,
        bool b => JsonValue.Create(b),
        double d when double.IsFinite(d) => JsonValue.Create(d),
        double d => JsonValue.Create(double.IsNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity"),
        DateTime t => JsonValue.Create(t.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)),
        TimeSpan t => JsonValue.Create(t.ToString("c", CultureInfo.InvariantCulture)),
        decimal d => JsonValue.Create(d.ToString(CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };
}
