using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// XML as a dynamic value (https://learn.microsoft.com/kusto/query/parse-xml-function): elements by their names,
/// attributes with <c>@</c> before them, texts beside others as <c>#text</c>; what comes more than once is an array.
/// </summary>
internal static class XmlText
{
    private const int MostBytes = 1_048_576;

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows = [NativeFunction.Json<string>("kql_parse_xml", Parse)];

    /// <summary>JSON text; null where the text is no XML, or longer than 1 MiB.</summary>
    private static string? Parse(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = XDocument.Load(reader).Root!;
            return JsonText.Write(json =>
            {
                json.WriteStartObject();
                Member(json, NameOf(root, root.Name), [() => Element(json, root)]);
                json.WriteEndObject();
            });
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Element(Utf8JsonWriter json, XElement element)
    {
        var members = Members(json, element).ToList();
        if (members is [] or [("#text", _)])
        {
            if (members is [(_, var text)])
                text();
            else
                json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var group in members.GroupBy(m => m.Name, m => m.Write))
            Member(json, group.Key, [.. group]);
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, Action Write)> Members(Utf8JsonWriter json, XElement element)
    {
        foreach (var attribute in element.Attributes())
            yield return ("@" + NameOf(element, attribute), () => Value(json, attribute.Value));
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
                yield return (NameOf(child, child.Name), () => Element(json, child));
            else if (node is XText { NodeType: XmlNodeType.Text } text && text.Value.Trim() is { Length: > 0 } trimmed)
                yield return ("#text", () => Value(json, trimmed));
        }
    }

    private static void Member(Utf8JsonWriter json, string name, IReadOnlyList<Action> values)
    {
        json.WritePropertyName(name);
        if (values.Count > 1)
            json.WriteStartArray();
        foreach (var write in values)
            write();
        if (values.Count > 1)
            json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, string text)
    {
        if (text is [>= '0' and <= '9' or '-', ..] && JsonText.Parse(text).ValueKind == JsonValueKind.Number)
            json.WriteRawValue(text);
        else
            json.WriteStringValue(text);
    }

    private static string NameOf(XElement element, XAttribute attribute) =>
        attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0
            ? "xmlns"
            : NameOf(element, attribute.Name);

    /// <summary>The name as it is written, with the prefix that stands for its namespace.</summary>
    private static string NameOf(XElement scope, XName name) =>
        scope.GetPrefixOfNamespace(name.Namespace) is { Length: > 0 } prefix
            ? $"{prefix}:{name.LocalName}"
            : name.LocalName;
}
