using System.Reflection;
using System.Text.RegularExpressions;

namespace FlowKernel.CSharp.Errors;

/// <summary>The names that users gave to functions.</summary>
internal static partial class FunctionName
{
    /// <summary>The user's name of a method; null for the statements of the cell itself.</summary>
    public static string? Of(MethodBase method)
    {
        var name = method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name;
        if (name.Contains("__", StringComparison.Ordinal) && Generated().Match(name) is { Success: true } match)
            name = match.Groups["local"] is { Success: true } local ? local.Value : match.Groups["outer"].Value;
        return name is "<Initialize>" or "<Factory>" ? null : name;
    }

    [GeneratedRegex(@"^<(?<outer><?\w+>?)>[a-z]__(?:(?<local>\w+)\|)?")]
    private static partial Regex Generated();
}
