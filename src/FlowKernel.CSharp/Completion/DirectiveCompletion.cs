using System.Text.RegularExpressions;
using FlowKernel.CSharp.References;
using FlowKernel.Notebook.Packages;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Completion;

/// <summary>
/// What could stand between the quotes of <c>#r</c>, <c>#load</c> and <c>#i</c>: packages and versions of the packages
/// folder, assemblies of .NET, and files. No source is asked, so that nothing waits for a network.
/// </summary>
internal sealed partial class DirectiveCompletion(IPackageSession? packages, CellFolder folder)
{
    private const int MostItems = 500;
    private const string Scheme = "nuget: ";

    /// <summary>The proposals for an offset of a cell; null when it is not between such quotes.</summary>
    public CompletionList? At(string code, int offset)
    {
        var lineStart = code.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        if (offset < lineStart || Line().Match(code[lineStart..]) is not { Success: true } line)
            return null;
        var text = line.Groups["text"];
        var inside = offset - lineStart - text.Index;
        if (inside < 0 || inside > text.Length)
            return null;
        var (start, items) = Items(line.Groups["kind"].Value, text.Value[..inside]);
        var replace = TextSpan.FromBounds(lineStart + text.Index + start, lineStart + text.Index + text.Length);
        return new CompletionList(replace, [.. items.Take(MostItems)]);
    }

    // Where the word begins that is replaced, and what could stand there.
    private (int Start, IEnumerable<CompletionItem> Items) Items(string kind, string typed)
    {
        if (kind == "r" && PackageDirective.Is(typed))
            return Packages(typed);
        var path = kind == "i" && PackageDirective.Is(typed) ? AfterScheme(typed) : 0;
        var start = Math.Max(path, typed.LastIndexOfAny(['/', '\\']) + 1);
        var names = Files(folder.FullPath(typed[path..start], file: null), Endings(kind));
        if (start == 0 && kind != "load")
            names = names.Append((Scheme, kind == "r" ? "package" : "source"));
        if (start == 0 && kind == "r")
            names = names.Concat(Named(CellAssemblies.Known.Keys.Order(StringComparer.Ordinal), "assembly"));
        return (start, Fitting(names, typed[start..]));
    }

    private (int Start, IEnumerable<CompletionItem> Items) Packages(string typed)
    {
        var name = AfterScheme(typed);
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
            return (name, Fitting(Named(packages?.CachedNames ?? [], "package"), typed[name..]));
        var version = comma + 1 + Spaces(typed[(comma + 1)..]);
        var versions = packages?.CachedVersions(typed[name..comma].Trim()) ?? [];
        return (version, Fitting(Named(versions, "version"), typed[version..]));
    }

    private static string[] Endings(string kind) => kind switch
    {
        "r" => [".dll", ".exe"],
        "load" => [".csx", ".cs"],
        _ => [],
    };

    private static IEnumerable<(string Name, string Kind)> Files(string parent, string[] endings)
    {
        if (!Directory.Exists(parent))
            return [];
        var files = Directory.EnumerateFiles(parent)
            .Where(f => endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Select(f => Path.GetFileName(f));
        var folders = Directory.EnumerateDirectories(parent).Select(f => Path.GetFileName(f) + "/");
        return
        [
            .. Named(files.Order(StringComparer.Ordinal), "file"),
            .. Named(folders.Order(StringComparer.Ordinal), "folder"),
        ];
    }

    private static IEnumerable<(string Name, string Kind)> Named(IEnumerable<string> names, string kind) =>
        names.Select(name => (name, kind));

    private static IEnumerable<CompletionItem> Fitting(IEnumerable<(string Name, string Kind)> names, string typed) =>
        TypedPrefix.Fitting(names, n => n.Name, typed)
            .Select(f => new CompletionItem(f.Item.Name.TrimEnd(), f.Item.Name, f.Item.Kind));

    private static int AfterScheme(string typed)
    {
        var colon = typed.IndexOf(':', StringComparison.Ordinal) + 1;
        return colon + Spaces(typed[colon..]);
    }

    private static int Spaces(string text) => text.Length - text.TrimStart().Length;

    [GeneratedRegex("^[ \t]*#(?<kind>r|load|i)[ \t]+\"(?<text>[^\"\r\n]*)")]
    private static partial Regex Line();
}
