using System.Net;

namespace FlowKernel.Reports;

/// <summary>The headings of a report, for its table of contents.</summary>
internal sealed class Contents
{
    private readonly List<Heading> _headings = [];

    public IReadOnlyList<Heading> Headings => _headings;

    public void Add(int level, string id, string text) => _headings.Add(new Heading(level, id, text));

    public string Write() => _headings.Count < 2
        ? ""
        : "<nav><details open><summary>Contents</summary><ul>\n"
            + $"{string.Concat(_headings.Select(Item))}</ul></details></nav>\n";

    private static string Item(Heading heading) =>
        $"<li class=\"l{heading.Level}\"><a href=\"#{heading.Id}\">{WebUtility.HtmlEncode(heading.Text)}</a></li>\n";
}

/// <summary>A heading: level from 1, anchor, plain text.</summary>
internal sealed record Heading(int Level, string Id, string Text);
