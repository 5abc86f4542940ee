using System.Globalization;
using FlowKernel.Results;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Typed;

/// <summary>Writes the types of a named result, and the variable.</summary>
internal sealed class TypedSource
{
    private const string Results = "global::FlowKernel.Results";
    private const string Annotations = "global::System.ComponentModel.DataAnnotations.Schema";
    private const string Session = "global::FlowKernel.Session";

    private readonly string _name;
    private readonly string _row;
    private readonly string _columns;
    private readonly string _result;
    private readonly IReadOnlyList<(KqlColumn Column, string Name)> _properties;

    public TypedSource(string name, string stem, IReadOnlyList<KqlColumn> columns)
    {
        _name = name;
        (_row, _columns, _result) = TypedDeclaration.TypeNames(stem);
        _properties = [.. columns.Zip(PropertyNames.Of(columns.Select(c => c.Name), _row, _columns))];
    }

    /// <summary>The record of a row: a property a column.</summary>
    public string Row() => $$"""
        /// <summary>A row of <c>{{_name}}</c>.</summary>
        public sealed record {{_row}}
        {
        {{Lines(RowProperty)}}
        }

        """;

    /// <summary>The class of all columns: a typed vector each.</summary>
    public string Columns() => $$"""
        /// <summary>The columns of <c>{{_name}}</c>, each with all of its values.</summary>
        public sealed class {{_columns}}({{Results}}.KqlTable table)
        {
        {{Lines(ColumnProperty)}}
        }

        """;

    /// <summary>The class of the result: both.</summary>
    public string Result() => $$"""
        /// <summary>The result that is kept as <c>{{_name}}</c>.</summary>
        public sealed class {{_result}} : {{Session}}.FlowResult<{{_row}}>
        {
            /// <summary>A result of these columns.</summary>
            public {{_result}}({{Session}}.FlowResult result) : base(result) => Columns = new(result.Table);
            /// <summary>The columns, each with all of its values as a span, and a mask of its nulls.</summary>
            public {{_columns}} Columns { get; }
            /// <inheritdoc/>
            protected override {{_row}} RowAt(int index) => new()
            {
        {{Lines(Assignment)}}
            };
        }

        """;

    /// <summary>The variable; what its hover says names the columns.</summary>
    public string Variable() => $"""
        /// <summary>{ColumnDocs.OfAll(_properties)}</summary>
        public {_result} @{_name} = null!;

        """;

    private static string RowProperty(KqlColumn column, string name, int index)
    {
        var initial = column.Type == KqlType.String ? " = \"\";" : "";
        var type = ColumnTypes.Property(column.Type);
        return $"{ColumnDocs.Of(column)}{RealName(column, name)}    public {type} {name} {{ get; init; }}{initial}";
    }

    // What makes a table of the rows again, or fills them, finds the column by this.
    private static string RealName(KqlColumn column, string name) =>
        column.Name == name || string.IsNullOrWhiteSpace(column.Name)
            ? ""
            : $"    [{Annotations}.Column({SymbolDisplay.FormatLiteral(column.Name, quote: true)})]\n";

    private static string ColumnProperty(KqlColumn column, string name, int index)
    {
        var vector = $"{Results}.ColumnVector<{ColumnTypes.Value(column.Type)}>";
        var at = index.ToString(CultureInfo.InvariantCulture);
        return $"{ColumnDocs.Of(column)}    public {vector} {name} {{ get; }} = ({vector})table.Vectors[{at}];";
    }

    private static string Assignment(KqlColumn column, string name, int index) => column.Type switch
    {
        KqlType.String or KqlType.Dynamic => $"        {name} = Columns.{name}.ValueOrDefault(index)!,",
        _ => $"        {name} = {Results}.ColumnVectors.ValueOrNull(Columns.{name}, index),",
    };

    private string Lines(Func<KqlColumn, string, int, string> line) =>
        string.Join('\n', _properties.Select((p, index) => line(p.Column, p.Name, index)));
}
