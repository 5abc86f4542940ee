using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Checking;

/// <summary>
/// Cells that are not C#: KQL without its first line, SQL, Python, commands of other kernels. The compiler's dozen errors
/// about them say nothing; FK1019 says what to do.
/// </summary>
internal static partial class OtherLanguages
{
    private static readonly (Regex Looks, string Message, string Hint)[] Facts =
    [
        (Kql(), "This is KQL, and a cell without a #!flowlogs line is read as C#.", "Write #!flowlogs on the line before it."),
        (Let(), "let is a word of KQL, and a cell without a #!flowlogs line is read as C#.",
            "Write #!flowlogs on the line before a query; in C# write var."),
        (Sql(), "This is SQL, and a cell without a #!flowlogs line is read as C#.",
            "Ask in KQL: #!flowlogs on the first line, then NTANetAnalytics | where DestPort == 22 | summarize count() by SrcIp."),
        (Python(), "This is Python, and cells are C#, or KQL below a #!flowlogs line.",
            "#!flowlogs help shows what KQL cells can do; results of --name have LINQ in C#."),
        (Magic(), "This kernel has no magic commands and no shell.", "#!flowlogs help lists what it has; C# does the rest."),
    ];

    /// <summary>What a cell that does not compile is, or null.</summary>
    public static Diagnostic? Find(string cell)
    {
        foreach (var (looks, message, hint) in Facts)
        {
            if (looks.Match(cell) is { Success: true } found)
                return new Diagnostic("FK1019", message, new TextSpan(found.Groups[1].Index, found.Groups[1].Length), hint);
        }

        return null;
    }

    [GeneratedRegex(
        @"\A(?:\s|//[^\n]*\n)*(\w+)\s*\|\s*(?:where|summarize|take|limit|count|project|extend|top|sort|order|distinct|join|render|search|union|mv-expand|make-series|lookup|evaluate|getschema)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Kql();

    [GeneratedRegex(@"\A(?:\s|//[^\n]*\n)*(let)\s+\w+\s*=(?!=)", RegexOptions.CultureInvariant)]
    private static partial Regex Let();

    [GeneratedRegex(@"\A\s*(select)\b[^;]*\bfrom\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\A\s*(import [\w.]+(?: as \w+)?|from [\w.]+ import|def \w+\([^)]*\)\s*:)", RegexOptions.CultureInvariant)]
    private static partial Regex Python();

    [GeneratedRegex(@"\A\s*(%%?[a-z]\w*|!(?:ls|cd|pwd|cat|pip|dotnet|az|curl|echo|git)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Magic();
}
