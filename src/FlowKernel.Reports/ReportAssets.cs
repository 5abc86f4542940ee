using System.Reflection;

namespace FlowKernel.Reports;

/// <summary>The style sheet and script of reports, embedded in the tool.</summary>
internal static class ReportAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The tool lacks its resource {name}.");
        return new StreamReader(stream).ReadToEnd();
    }
}
