using System.Text.RegularExpressions;
using FlowKernel.Reference;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>Ways out of calls that do not fit, from the pages of the functions.</summary>
internal static partial class CallHints
{
    // What other languages call these kinds of join.
    private static readonly Dictionary<string, string> JoinKinds = new(StringComparer.Ordinal)
    {
        ["left"] = "leftouter",
        ["right"] = "rightouter",
        ["full"] = "fullouter",
        ["outer"] = "fullouter",
        ["semi"] = "leftsemi",
        ["leftinner"] = "inner",
    };

    private static readonly Lazy<string[]> PlugIns =
        new(() => [.. KqlReference.All.Where(t => t.Kind == KqlTopicKind.PlugIn).Select(t => t.Name)]);

    /// <summary>The hint for a message about a call, or null.</summary>
    public static string? For(string code, string message, string written) => code switch
    {
        "KS119" or "KS127" => Name().Match(message) is { Success: true } name ? Written(name.Groups[1].Value) : null,
        "KS124" => NearestName.Find(written, PlugIns.Value) is { } near ? $"Did you mean '{near}'?" : null,
        "KS005" when message.Contains("innerunique", StringComparison.Ordinal) =>
            NearestName.Find(written, JoinKinds.Keys) is { } other ? $"Did you mean '{JoinKinds[other]}'?" : null,
        _ => null,
    };

    private static string? Written(string function) =>
        KqlReference.Find(function, KqlTopicKind.Function) is { Parameters: { Count: > 0 } parameters }
            ? $"It is written {function}({string.Join(", ", parameters.Select(p => p.Name))})."
            : null;

    [GeneratedRegex("^The function '(\\w+)'")]
    private static partial Regex Name();
}
