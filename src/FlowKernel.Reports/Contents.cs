using System.Globalization;
using System.Net;

namespace FlowKernel.Reports;

/// <summary>The headings of a report, for its table of contents.</summary>
internal sealed class Contents
{
    private readonly List<Heading> _headings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>Adds a heading; gives its anchor, which is unique in the page.</summary>
    public string Add(int level, string text)
    {
        var (name, id) = (Anchor.Of(text), Anchor.Of(text));
        for (var i = 1; !_ids.Add(id); i++)
            id = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        _headings.Add(new Heading(level, id, text));
        return id;
    }

    public string Write() => _headings.Count < 2
        ? ""
        : "<nav><details open><summary>Contents</summary><ul>\n"
            + $"{string.Concat(_headings.Select(Item))}</ul></details></nav>\n";

    private static string Item(Heading heading) =>
        $"<li class=\"l{heading.Level}\"><a href=\"#{heading.Id}\">{WebUtility.HtmlEncode(heading.Text)}</a></li>\n";
}

/// <summary>A heading: level from 1, anchor, plain text.</summary>
internal sealed record Heading(int Level, string Id, string Text);
