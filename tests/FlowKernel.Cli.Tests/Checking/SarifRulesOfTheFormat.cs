using System.Text.Json;

namespace FlowKernel.Cli.Tests.Checking;

/// <summary>What the SARIF 2.1.0 specification and its schema demand of the parts that a check writes.</summary>
internal static class SarifRulesOfTheFormat
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    public static void Hold(JsonElement log)
    {
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        foreach (var run in log.GetProperty("runs").EnumerateArray())
            HoldRun(run);
    }

    private static void HoldRun(JsonElement run)
    {
        Assert.Contains(run.GetProperty("columnKind").GetString(), new[] { "utf16CodeUnits", "unicodeCodePoints" });
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(rules, HoldRule);
        Assert.All(
            run.GetProperty("invocations").EnumerateArray(),
            i => Assert.True(
                i.GetProperty("executionSuccessful").ValueKind is JsonValueKind.True or JsonValueKind.False));
        var artifacts = run.GetProperty("artifacts").EnumerateArray().Select(UriOf).ToList();
        foreach (var result in run.GetProperty("results").EnumerateArray())
            HoldResult(result, rules, artifacts);
    }

    private static void HoldRule(JsonElement rule)
    {
        Assert.NotEmpty(rule.GetProperty("id").GetString()!);
        Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
        Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
        Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
    }

    private static void HoldResult(JsonElement result, List<JsonElement> rules, List<string?> artifacts)
    {
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), Levels);
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        foreach (var location in result.GetProperty("locations").EnumerateArray())
        {
            var physical = location.GetProperty("physicalLocation");
            var artifact = physical.GetProperty("artifactLocation");
            Assert.Equal(artifacts[artifact.GetProperty("index").GetInt32()], artifact.GetProperty("uri").GetString());
            HoldRegion(physical.GetProperty("region"));
        }
    }

    private static void HoldRegion(JsonElement region)
    {
        var (line, column) = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        var endLine = region.GetProperty("endLine").GetInt32();
        var endColumn = region.GetProperty("endColumn").GetInt32();
        Assert.True(line >= 1 && column >= 1 && endColumn >= 1);
        Assert.True(endLine > line || (endLine == line && endColumn >= column));
    }

    private static string? UriOf(JsonElement artifact)
    {
        var uri = artifact.GetProperty("location").GetProperty("uri").GetString();
        Assert.True(Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out _));
        return uri;
    }
}
