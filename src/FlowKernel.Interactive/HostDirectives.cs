using System.Text.RegularExpressions;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using FlowKernel.Session;

namespace FlowKernel.Interactive;

/// <summary>
/// The <c>#!flowlogs</c> language as another host needs it: what it can be completed with, and lines put together.
/// </summary>
public sealed partial class HostDirectives
{
    private const string Marker = "#!flowlogs";
    private const string Prefix = "Directive: ";

    /// <summary>What the host calls the words after a command, since it wants a name for everything.</summary>
    public const string Words = "--words";

    private readonly IDirectiveLanguage _language;

    internal HostDirectives(IDirectiveLanguage language) => _language = language;

    /// <summary>The commands, such as <c>connect</c>.</summary>
    public IReadOnlyList<DirectivePart> Commands =>
        [.. Proposals("").Where(i => !IsOption(i)).Select(i => new DirectivePart(i.Label, i.Description ?? ""))];

    /// <summary>The options of a command; those of a query for an empty name.</summary>
    public IReadOnlyList<DirectivePart> OptionsOf(string command) => command == "recipe"
        ? [.. RecipeOptions()]
        : [.. Proposals($"{command} -".TrimStart()).Where(IsOption).Where(i => i.Label.StartsWith("--"))
            .Select(i => new DirectivePart(i.Label, i.Description ?? "")
            {
                IsFlag = _language.Parse($"{Marker} {command} {i.Label}").Succeeded,
            })];

    /// <summary>What could stand after the words behind <c>#!flowlogs</c>.</summary>
    public IReadOnlyList<string> Complete(string words) =>
        [.. Proposals(words.TrimStart()).Where(i => !IsOption(i)).Select(i => i.Label)];

    /// <summary>True when a line only gives options for the KQL below it.</summary>
    public bool IsQuery(string line) => _language.Parse(line).Value is QueryDirective;

    /// <summary>
    /// True where a part of a cell, as the host cuts it at directives, is the KQL below a <c>#!flowlogs</c> line; lines
    /// such as <c>#!set</c> may stand between.
    /// </summary>
    public static bool IsKqlPart(string? cell, string part)
    {
        var start = cell is null || part.Length == 0 ? -1 : cell.LastIndexOf(part, StringComparison.Ordinal);
        if (start <= 0)
            return false;
        var above = cell![..start].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Reverse();
        return above.TakeWhile(line => line.StartsWith("#!", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])
            .TakeWhile(word => word is Marker or "#!set" or "#!share" or "#!time").Contains(Marker);
    }

    /// <summary>
    /// A directive's own line, out of the text that the host writes for the command: <c>Directive: …</c>. That text
    /// lacks a command that nothing comes after, so the host's word for it is put back; and where the host proposed the
    /// name of <see cref="Words"/>, which has none in our language, it goes.
    /// </summary>
    public static string LineOf(string? text, string command)
    {
        var line = text ?? "";
        line = (line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line).Trim();
        line = string.Join(' ', line.Split(' ').Where(word => word != Words));
        return line == Marker && command.Length > 0 ? $"{Marker} {command}" : line;
    }

    /// <summary>
    /// The C# variable that a cell hands over as <paramref name="name"/>, by a line such as
    /// <c>#!set --name ip --value @csharp:ip</c>; null where it takes another kernel's value, asks for a form of it, or
    /// says twice what it takes.
    /// </summary>
    public static string? CSharpVariable(string? cell, string name)
    {
        var lines = (cell ?? "").Split('\n').Where(line => SetLine().IsMatch(line))
            .Where(line => SetName().Match(line).Groups[1].Value == name).ToList();
        return lines is [var only] && !only.Contains("--mime-type", StringComparison.Ordinal)
            && SetValue().Match(only) is { Success: true } found
            ? found.Groups[1].Value
            : null;
    }

    /// <summary>The <c>#!flowlogs</c> line for options by name; flags are <c>True</c> or <c>False</c>.</summary>
    public static string QueryLine(IDictionary<string, string> options)
    {
        var words = options.Where(o => o.Value is not (null or "False"))
            .Select(o => o.Value == "True" ? o.Key : $"{o.Key} {Quoted(o.Value)}");
        return string.Join(' ', words.Prepend(Marker));
    }

    // Each recipe has its own parameters; the host knows one set for all of them.
    private static IEnumerable<DirectivePart> RecipeOptions() => RecipeLibrary.All
        .SelectMany(recipe => recipe.Parameters)
        .DistinctBy(p => p.Name)
        .Select(p => new DirectivePart($"--{p.Name}", p.Help));

    private IReadOnlyList<CompletionItem> Proposals(string words)
    {
        var line = $"{Marker} {words}";
        return _language.Complete(line, line.Length).Items;
    }

    [GeneratedRegex(@"^\s*#!set\s", RegexOptions.CultureInvariant)]
    private static partial Regex SetLine();

    [GeneratedRegex(@"--name\s+""?([\p{L}_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex SetName();

    [GeneratedRegex(@"--value\s+""?@csharp:([\p{L}_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex SetValue();

    private static bool IsOption(CompletionItem item) => item.Label.StartsWith('-');

    private static string Quoted(string value) =>
        value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Trim('"')}\"" : value;
}

/// <summary>A command or an option of the <c>#!flowlogs</c> language, with one line of help.</summary>
public sealed record DirectivePart(string Name, string Help)
{
    /// <summary>True for an option that takes no value.</summary>
    public bool IsFlag { get; init; }
}
