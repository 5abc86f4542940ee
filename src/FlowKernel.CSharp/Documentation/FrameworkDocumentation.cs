using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Documentation;

/// <summary>
/// The XML documentation of .NET's own types, which lies in the SDK's reference pack; no documentation where only the
/// runtime is installed. The pack's files are split otherwise than the runtime's assemblies, so a member is looked for
/// in all of them, the likely ones first: scanning is a few milliseconds, an index would be tens of megabytes.
/// </summary>
internal sealed class FrameworkDocumentation : DocumentationProvider
{
    private const string Core = "System.Runtime";
    private static readonly Lazy<string[]> Files = new(FindFiles);
    private readonly ConcurrentDictionary<string, string> _found = new(StringComparer.Ordinal);

    /// <summary>The only one, so that all references to .NET share what was found.</summary>
    public static FrameworkDocumentation Instance { get; } = new();

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => 1;

    protected override string GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _found.GetOrAdd(documentationMemberID, Find);

    private static string Find(string member)
    {
        var start = Encoding.UTF8.GetBytes($"<member name=\"{member}\">");
        foreach (var file in Files.Value.OrderByDescending(path => Likelihood(path, member)))
        {
            var text = File.ReadAllBytes(file).AsSpan();
            if (text.IndexOf(start) is var at and >= 0 && text[at..].IndexOf("</member>"u8) is var length and >= 0)
                return Encoding.UTF8.GetString(text.Slice(at, length)) + "</member>";
        }

        return "";
    }

    private static int Likelihood(string path, string member)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return member.AsSpan(2).StartsWith(name, StringComparison.Ordinal) ? name.Length : name == Core ? 1 : 0;
    }

    private static string[] FindFiles()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var version = Path.GetFileName(runtime);
        var moniker = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.0");
        var folder = Path.Combine(packs, version, "ref", moniker);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [];
    }
}
