using System.Globalization;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// Reads an ingestion mapping (https://learn.microsoft.com/kusto/management/mappings); without one, the columns are the
/// fields in their order, or those of their names.
/// </summary>
internal static class ExternalMapping
{
    /// <summary>What fills each column; fails with FK0197.</summary>
    public static Outcome<IReadOnlyList<ExternalField>> Fields(
        IReadOnlyList<PlanColumn> columns, ExternalProperties properties, IReadOnlyList<ExternalFile> files)
    {
        if (properties.Mapping is not { } mapping)
            return new([.. columns.Select(Identity)]);
        try
        {
            using var document = JsonDocument.Parse(mapping);
            var elements = document.RootElement.EnumerateArray()
                .ToLookup(e => Member(e, "column") is { } name ? Text(name) : "", StringComparer.Ordinal);
            var ordinals = files.Any(f => f.Format.HasOrdinals());
            var names = files.Any(f => !f.Format.HasOrdinals());
            return new(
            [
                .. columns.Select(c => elements[c.Name].FirstOrDefault() is { ValueKind: JsonValueKind.Object } e
                    ? Field(e, c, ordinals, names)
                    : new ExternalField()),
            ]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return new Diagnostic(
                "FK0197", $"The ingestion mapping cannot be read: {Reason(e)}", properties.MappingSpan,
                """Write an array such as [{"Column":"a","Properties":{"Path":"$.a"}}].""");
        }
    }

    private static ExternalField Identity(PlanColumn column, int index) => new()
    {
        Ordinal = index,
        Path = [column.Name],
        IsDynamic = column.Type == KqlType.Dynamic,
    };

    private static ExternalField Field(JsonElement element, PlanColumn column, bool ordinals, bool names)
    {
        // Older mappings have the properties beside the column.
        var of = Member(element, "properties") ?? element;
        var path = Member(of, "path") is { } p ? Text(p) : null;
        var field = new ExternalField
        {
            Ordinal = Member(of, "ordinal") is { } o ? int.Parse(Text(o), CultureInfo.InvariantCulture) : null,
            Path = path is ['$', ..] ? JsonPath.Parse(path) : null,
            Constant = Member(of, "constvalue") is { } c ? Text(c) : path is null or ['$', ..] ? null : path,
            Transform = Member(of, "transform") is { } t ? TransformOf(Text(t)) : ExternalTransform.None,
            IsDynamic = column.Type == KqlType.Dynamic,
        };
        var isWhole = field.Constant is not null
            || field.Transform is ExternalTransform.SourceLocation or ExternalTransform.SourceLineNumber;
        if (!isWhole && ordinals && field.Ordinal is null)
            throw new FormatException($"the column '{column.Name}' has no Ordinal, which these files need.");
        if (!isWhole && names && field.Path is null)
            throw new FormatException($"the column '{column.Name}' has no Path, which these files need.");
        return field;
    }

    private static ExternalTransform TransformOf(string name) => name.ToLowerInvariant() switch
    {
        "" or "none" => ExternalTransform.None,
        _ when Enum.TryParse<ExternalTransform>(name, ignoreCase: true, out var known) && !char.IsDigit(name[0]) => known,
        _ => throw new FormatException($"the embedded engine does not run the transformation '{name}'."),
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.EnumerateObject().Where(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(m => (JsonElement?)m.Value).FirstOrDefault(v => v?.ValueKind != JsonValueKind.Null);

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Reason(Exception e) =>
        e is FormatException ? e.Message : "it is no JSON array of columns with their properties.";
}
