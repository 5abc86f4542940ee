using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs.Conformance;

/// <summary>
/// Runs the recorded cases, where they are, against the embedded engine. The list of known gaps names the cases that
/// do not match yet; it can only shrink.
/// </summary>
public class ConformanceTests
{
    private static readonly string Report = Path.Combine(AppContext.BaseDirectory, "conformance.tsv");

    [Fact]
    public async Task EveryCaseMatchesButTheKnownGaps()
    {
        var folder = ConformanceCase.Folder();
        Assert.SkipWhen(folder is null, "The recorded cases are not beside this repository.");

        var verdicts = new List<Verdict>();
        foreach (var expected in ConformanceCase.Read(folder!))
            verdicts.Add(await JudgeAsync(expected, TestContext.Current.CancellationToken));

        await File.WriteAllLinesAsync(
            Report, verdicts.Select(v => v.ToString()), TestContext.Current.CancellationToken);
        var known = KnownGaps.Read();
        var failing = verdicts.Where(v => v.Kind != "match").ToDictionary(v => v.Id);
        Assert.Empty(failing.Values.Where(v => !known.Contains(v.Id)).Select(v => v.ToString()));
        Assert.Empty(known.Except(failing.Keys).Select(id => $"{id} matches now: take it off the list"));
    }

    private static async Task<Verdict> JudgeAsync(ConformanceCase expected, CancellationToken cancellation)
    {
        try
        {
            var result = await SpecEngine.RunAsync(expected.Kql, cancellation);
            if (!result.Succeeded)
                return new(expected.Id, expected.IsRejected ? "match" : "refused", result.Diagnostics[0].Message);
            if (expected.IsRejected)
                return new(expected.Id, "accepted", "");
            using var json = JsonDocument.Parse(ResultJson.Write(result.Value.Table));
            return Comparison.Difference(expected, json.RootElement) is { } difference
                ? new(expected.Id, "wrong", difference)
                : new(expected.Id, "match", "");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(expected.Id, "broken", $"{error.GetType().Name}: {error.Message}");
        }
    }

    private sealed record Verdict(string Id, string Kind, string Why)
    {
        public override string ToString() => $"{Kind}\t{Id}\t{Why.ReplaceLineEndings(" ")}";
    }
}
