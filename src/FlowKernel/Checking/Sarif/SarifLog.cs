using System.Text.Json.Serialization;

namespace FlowKernel.Checking.Sarif;

/// <summary>A log in the format SARIF 2.1.0 (OASIS), as far as a check has something to say in it.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool, IReadOnlyList<SarifInvocation> Invocations, string ColumnKind,
    IReadOnlyList<SarifArtifact> Artifacts, IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id, SarifText ShortDescription, SarifText Help, SarifConfiguration DefaultConfiguration);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifText(string Text);

/// <summary>How the check itself went: files that it could not read are its notifications.</summary>
internal sealed record SarifInvocation(
    bool ExecutionSuccessful, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(
    SarifText Message, string Level, IReadOnlyList<SarifLocation> Locations, SarifReference Descriptor);

internal sealed record SarifReference(string Id);

internal sealed record SarifArtifact(SarifArtifactLocation Location);

internal sealed record SarifArtifactLocation(string Uri, int? Index = null);

internal sealed record SarifResult(
    string RuleId, int RuleIndex, string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations);

internal sealed record SarifLocation(
    SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation>? LogicalLocations = null);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region = null);

/// <summary>A stretch of a file: lines and columns from 1; the end column is after the last character.</summary>
internal sealed record SarifRegion(
    int StartLine, int StartColumn, int EndLine, int EndColumn, SarifText? Snippet = null);

internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName, string Kind);

/// <summary>Writes the log without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
