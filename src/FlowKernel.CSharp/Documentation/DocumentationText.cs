using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Documentation;

/// <summary>Writes elements of XML documentation as text: Markdown, or plain for viewers without it.</summary>
internal sealed partial class DocumentationText(TextStyle style, Compilation compilation)
{
    private static readonly SymbolDisplayFormat ShortName = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>An element's text without white space around it; empty for null.</summary>
    public string Of(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
            Append(text, node);
        return BlankLines().Replace(text.ToString().Trim(), "\n\n");
    }

    /// <summary>The name that a <c>cref</c> stands for, such as <c>List&lt;T&gt;</c>.</summary>
    public string NameOf(string cref)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) is { } symbol)
            return symbol.Kind == SymbolKind.NamedType || symbol.ContainingType is null
                ? symbol.ToDisplayString(ShortName)
                : $"{symbol.ContainingType.ToDisplayString(ShortName)}.{symbol.ToDisplayString(ShortName)}";
        var name = cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }

    private void Append(StringBuilder text, XNode node)
    {
        if (node is XText words)
            text.Append(style.Words(WhiteSpace().Replace(words.Value, " ")));
        else if (node is XElement element)
            Append(text, element);
    }

    private void Append(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso":
                text.Append(Reference(element));
                break;
            case "paramref" or "typeparamref":
                text.Append(style.Code((string?)element.Attribute("name") ?? ""));
                break;
            case "c":
                text.Append(style.Code(element.Value.Trim()));
                break;
            case "code":
                text.Append("\n\n").Append(style.Block(Unindented(element.Value))).Append("\n\n");
                break;
            case "para" or "p":
                text.Append("\n\n").Append(Of(element)).Append("\n\n");
                break;
            case "br":
                text.Append('\n');
                break;
            case "list":
                AppendList(text, element);
                break;
            default:
                text.Append(Of(element));
                break;
        }
    }

    private string Reference(XElement element)
    {
        if ((string?)element.Attribute("langword") is { } word)
            return style.Code(word);
        if ((string?)element.Attribute("href") is { } address)
            return element.IsEmpty ? style.Words(address) : $"{Of(element)} ({style.Words(address)})";
        if (!element.IsEmpty && element.Value.Trim().Length > 0)
            return Of(element);
        return (string?)element.Attribute("cref") is { } cref ? style.Code(NameOf(cref)) : "";
    }

    private void AppendList(StringBuilder text, XElement list)
    {
        text.Append("\n\n");
        foreach (var item in list.Elements("item"))
        {
            var (term, description) = (Of(item.Element("term")), Of(item.Element("description")));
            var line = term.Length == 0 ? (description.Length == 0 ? Of(item) : description)
                : description.Length == 0 ? term
                : $"{term}: {description}";
            text.Append("- ").Append(line.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Unindented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length);
        var cut = indent.DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= cut ? l[cut..] : ""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[ \t]*\n[ \t]*\n\s*(?=\S)")]
    private static partial Regex BlankLines();
}
