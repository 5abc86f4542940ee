using System.Globalization;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Checking.Sarif;

/// <summary>Writes what a check found as SARIF 2.1.0.</summary>
public static class SarifWriter
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>
    /// The log, ending with a line end. A finding in a notebook has two places: where its characters stand in the
    /// file, and the cell with the line and column in it.
    /// </summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">FlowKernel's version.</param>
    public static string Write(CheckReport report, string version)
    {
        var rules = SarifRules.Of(report);
        var run = new SarifRun(
            new SarifTool(new SarifDriver("flowkernel", version, rules)),
            [Invocation(report)],
            "utf16CodeUnits",
            [.. report.Files.Select(f => new SarifArtifact(new SarifArtifactLocation(UriOf(f.Path))))],
            [.. report.Files.SelectMany((f, index) => Results(f, index, rules))]);
        return JsonSerializer.Serialize(new SarifLog(Schema, "2.1.0", [run]), SarifJson.Default.SarifLog) + "\n";
    }

    private static SarifInvocation Invocation(CheckReport report) => new(
        report.NotChecked == 0,
        [
            .. report.Files.Select((file, index) => (file, index)).Where(f => f.file.NotChecked is not null).Select(
                f => new SarifNotification(
                    MessageOf(f.file.NotChecked!), "error",
                    [new SarifLocation(new SarifPhysicalLocation(Artifact(f.file, f.index)))],
                    new SarifReference(f.file.NotChecked!.Code))),
        ]);

    private static IEnumerable<SarifResult> Results(CheckedFile file, int index, IReadOnlyList<SarifRule> rules)
    {
        var places = file.Texts.Any(t => t.Cell is not null) ? NotebookPlaces.Of(file.Content) : null;
        foreach (var text in file.Texts)
        {
            foreach (var found in text.Diagnostics)
            {
                yield return new SarifResult(
                    found.Code, rules.ToList().FindIndex(r => r.Id == found.Code), LevelOf(found.Severity),
                    MessageOf(found), [Location(file, index, text, found, places)]);
            }
        }
    }

    private static SarifLocation Location(
        CheckedFile file, int index, CheckedText text, Diagnostic found, NotebookPlaces? places)
    {
        if (found.File is { } loaded)
        {
            var region = RegionOf(loaded.Text, found.Span);
            return new SarifLocation(
                new SarifPhysicalLocation(new SarifArtifactLocation(UriOf(loaded.Path)), region),
                LogicalOf(file, text, default));
        }

        var span = text.Cell is { } cell && places is not null ? places.InFile(cell, found.Span) : found.Span;
        return new SarifLocation(
            new SarifPhysicalLocation(
                Artifact(file, index),
                file.Content.Length == 0 || span == default
                    ? null
                    : RegionOf(new SourceText(file.Content), span)),
            LogicalOf(file, text, found.Span));
    }

    private static SarifRegion RegionOf(SourceText file, TextSpan span)
    {
        var (start, end) = (file.PositionOf(span.Start), file.PositionOf(span.End));
        var text = file.Content.Substring(Math.Min(span.Start, file.Content.Length), end == start ? 0 : span.Length);
        return new SarifRegion(
            start.Line, start.Column, end.Line, end.Column, text.Length == 0 ? null : new SarifText(text));
    }

    private static SarifLogicalLocation[]? LogicalOf(CheckedFile file, CheckedText text, TextSpan span)
    {
        if (text.Cell is not { } cell)
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {cell}");
        var place = new SourceText(text.Content).PositionOf(span.Start);
        return [new SarifLogicalLocation(name, $"{file.Path}, {name}, {place}", "cell")];
    }

    private static SarifArtifactLocation Artifact(CheckedFile file, int index) => new(UriOf(file.Path), index);

    // A relative path is a relative reference: who reads the log knows what it is relative to.
    private static string UriOf(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/').Where(s => s != ".").Select(Uri.EscapeDataString));

    private static SarifText MessageOf(Diagnostic found) =>
        new(found.Hint is { } hint ? $"{Sentence(found.Message)} {hint}" : found.Message);

    // The compiler's messages have no full stop.
    private static string Sentence(string message) => message is [.., '.' or '!' or '?'] ? message : message + ".";

    /// <summary>SARIF's word for a severity.</summary>
    internal static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
