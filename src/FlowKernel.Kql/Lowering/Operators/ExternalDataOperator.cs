using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>externaldata(columns) [addresses] with (properties)</c>
/// (https://learn.microsoft.com/kusto/query/externaldata-operator): the records as texts, and the conversions to the
/// declared types over them, which make null of what is no value, as ingestion does.
/// </summary>
internal static class ExternalDataOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode node)
    {
        var columns = node.Type!.Columns!.Select(c => context.Run.Column(c, node.Span)).ToList();
        if (ExternalProperties.Read(context, node) is not { } properties)
            return TableLowering.StandIn(context, node);
        var files = node.List("URIs").Select(uri => File(context, uri, properties)).OfType<ExternalFile>().ToList();
        if (files.Count < node.List("URIs").Count())
            return TableLowering.StandIn(context, node);
        var fields = ExternalMapping.Fields(columns, properties, files);
        if (!fields.Succeeded)
            return context.Refuse(node, fields.Diagnostics[0]);

        var texts = columns.Select(c => new PlanColumn(c.Name, KqlType.String)).ToList();
        var data = new ExternalData(files, fields.Value, texts, node.Span)
        {
            IgnoreFirstRecord = properties.IgnoreFirstRecord,
        };
        var values = columns.Zip(texts, (column, text) => new Assignment(column, Typed(column.Type, text, node.Span)));
        return new Project(data, [.. values], node.Span);
    }

    private static Scalar Typed(KqlType type, PlanColumn text, TextSpan span)
    {
        var value = new ColumnRef(text, span);
        return type == KqlType.Dynamic ? new Call("parse_json", [value], type, span) : Conversion.To(type, value);
    }

    private static ExternalFile? File(LoweringContext context, SyntaxNode uri, ExternalProperties properties)
    {
        if (context.Scalar(uri) is not Literal { Value: string address })
        {
            context.Run.Report(new("FK0198", "The address of a file must be a constant text.", uri.Span,
                "Write it as a literal, or hand it over as a parameter."));
            return null;
        }

        var endings = ExternalAddress.Endings(address).Take(2).Select(e => e.ToLowerInvariant()).ToList();
        var compression = endings is ["gz", ..] ? ExternalCompression.Gzip
            : endings is ["zip", ..] ? ExternalCompression.Zip : ExternalCompression.None;
        var ending = compression == ExternalCompression.None ? endings.FirstOrDefault() : endings.Skip(1).FirstOrDefault();
        if (compression == ExternalCompression.Gzip && properties.GzIsPlain)
            compression = ExternalCompression.None;
        if (Format(context, properties.Format, ending, uri) is not { } format)
            return null;
        return new ExternalFile(address, format, compression, uri.Span) { IsHidden = IsObfuscated(uri) };
    }

    // A format that is not given is that of the name's ending, and CSV where that is none.
    private static ExternalFormat? Format(
        LoweringContext context, ExternalFormat? given, string? ending, SyntaxNode uri)
    {
        if (given is not null)
            return given;
        if (ending is "avro" or "orc" or "log")
        {
            context.Run.Report(ExternalProperties.UnknownFormat(ending == "log" ? "w3clogfile" : ending, uri.Span));
            return null;
        }

        return ending is not null && ExternalFormats.TryParse(ending, out var format) ? format : ExternalFormat.Csv;
    }

    private static bool IsObfuscated(SyntaxNode uri) =>
        uri.Kind == "StringLiteralExpression" && uri["Token"].Text is ['h' or 'H', ..];
}
