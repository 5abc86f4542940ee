using FlowKernel.Notebook.Documents;
using Markdig.Syntax.Inlines;

namespace FlowKernel.Reports;

/// <summary>
/// The pictures of a text cell, put into the page, which loads nothing: those attached to the cell and those in files
/// in the notebook's folder and below. Of others stands the text, as a link where they are on the web.
/// </summary>
/// <param name="cell">The cell, or null for Markdown of an output.</param>
/// <param name="folder">Where paths begin, or null where files are not looked for.</param>
internal sealed class MarkdownPictures(NotebookCell? cell, string? folder)
{
    private const string Attached = "attachment:";
    private const long MostBytes = 20_000_000;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Makes a picture show what it names, or a text or link of it.</summary>
    public void Embed(LinkInline picture)
    {
        var url = picture.Url ?? "";
        if (DataOf(url) is { } data)
        {
            picture.Url = data;
            return;
        }

        picture.IsImage = false;
        if (picture.FirstChild is null)
            picture.AppendChild(new LiteralInline(url));
        picture.AppendChild(new LiteralInline(" (a picture that is not in this file)"));
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            picture.ReplaceBy(new ContainerInline());
    }

    private string? DataOf(string url)
    {
        if (url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return url;
        return url.StartsWith(Attached, StringComparison.Ordinal)
            ? cell?.Attachment(Uri.UnescapeDataString(url[Attached.Length..]))
            : OfFile(url);
    }

    private string? OfFile(string url)
    {
        if (folder is null || !Types.TryGetValue(Path.GetExtension(url), out var type) || PathOf(url, folder) is not { } path)
            return null;
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length <= MostBytes && !IsLinked(file, folder)
                ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
                : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsLinked(FileInfo file, string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (FileSystemInfo? place = file; place is not null && place.FullName != root; place = Directory.GetParent(place.FullName))
        {
            if (place.LinkTarget is not null)
                return true;
        }

        return false;
    }

    // A notebook of somebody else must not bring other files of this machine, or of a server, into a report.
    private static string? PathOf(string url, string folder)
    {
        var name = Uri.UnescapeDataString(url);
        if (name.Contains(':') || name.Contains('\0') || Path.IsPathRooted(name))
            return null;
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(name, root);
        return path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }
}
