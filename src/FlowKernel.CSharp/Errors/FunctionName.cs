using System.Reflection;
using System.Text.RegularExpressions;

namespace FlowKernel.CSharp.Errors;

/// <summary>The names that users gave to functions.</summary>
internal static partial class FunctionName
{
    /// <summary>The user's name of a method; null for the statements of the cell itself.</summary>
    public static string? Of(MethodBase method)
    {
        var name = Emitted(method);
        if (OfLambda().Match(name) is { Success: true } machine)
            name = machine.Groups[1].Value;
        if (name.Contains("__", StringComparison.Ordinal) && Generated().Match(name) is { Success: true } match)
            name = match.Groups["local"] is { Success: true } local ? local.Value : match.Groups["outer"].Value;
        return name is "<Initialize>" or "<Factory>" ? null : name;
    }

    /// <summary>True for the statements of the cell itself, without the lambdas and the clauses of queries among them.</summary>
    public static bool IsOfNone(MethodBase method) =>
        Of(method) is null && !Emitted(method).Contains(">b__", StringComparison.Ordinal);

    private static string Emitted(MethodBase method) => method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name;

    // What an async lambda or local function becomes is named after the function that it would be without async.
    [GeneratedRegex("^<(<.+)>d$")]
    private static partial Regex OfLambda();

    [GeneratedRegex(@"^<(?<outer><?\w+>?)>[a-z]__(?:(?<local>\w+)\|)?")]
    private static partial Regex Generated();
}
