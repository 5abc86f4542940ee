using FlowKernel.CSharp.Typed;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Tests.Typed;

public sealed class TypedDeclarationTests
{
    [Fact]
    public void TheSourceDeclaresARowTheColumnsTheResultAndTheVariable() => Assert.Equal(
        """
        /// <summary>A row of <c>flows</c>.</summary>
        public sealed record FlowsRow
        {
            /// <summary>KQL column <c>SrcIp</c>: string.</summary>
            public string SrcIp { get; init; } = "";
            /// <summary>KQL column <c>Total Bytes</c>: long.</summary>
            [global::System.ComponentModel.DataAnnotations.Schema.Column("Total Bytes")]
            public long? Total_Bytes { get; init; }
        }
        /// <summary>The columns of <c>flows</c>, each with all of its values.</summary>
        public sealed class FlowsColumns(Results.KqlTable table)
        {
            /// <summary>KQL column <c>SrcIp</c>: string.</summary>
            public Results.ColumnVector<string> SrcIp { get; } = (Results.ColumnVector<string>)table.Vectors[0];
            /// <summary>KQL column <c>Total Bytes</c>: long.</summary>
            public Results.ColumnVector<long> Total_Bytes { get; } = (Results.ColumnVector<long>)table.Vectors[1];
        }
        /// <summary>The result that is kept as <c>flows</c>.</summary>
        public sealed class FlowsResult : Session.FlowResult<FlowsRow>
        {
            /// <summary>A result of these columns.</summary>
            public FlowsResult(Session.FlowResult result) : base(result) => Columns = new(result.Table);
            /// <summary>The columns, each with all of its values as a span, and a mask of its nulls.</summary>
            public FlowsColumns Columns { get; }
            /// <inheritdoc/>
            protected override FlowsRow RowAt(int index) => new()
            {
                SrcIp = Columns.SrcIp.ValueOrDefault(index)!,
                Total_Bytes = Results.ColumnVectors.ValueOrNull(Columns.Total_Bytes, index),
            };
        }
        /// <summary>Columns: SrcIp string, Total_Bytes long.</summary>
        public FlowsResult @flows = null!;

        """,
        TypedDeclaration.Of("flows", [new("SrcIp", KqlType.String), new("Total Bytes", KqlType.Long)]).Source
            .Replace("global::FlowKernel.", "", StringComparison.Ordinal));

    [Theory]
    [InlineData(KqlType.Bool, "bool?")]
    [InlineData(KqlType.Int, "int?")]
    [InlineData(KqlType.Long, "long?")]
    [InlineData(KqlType.Real, "double?")]
    [InlineData(KqlType.Decimal, "decimal?")]
    [InlineData(KqlType.String, "string")]
    [InlineData(KqlType.DateTime, "global::System.DateTime?")]
    [InlineData(KqlType.TimeSpan, "global::System.TimeSpan?")]
    [InlineData(KqlType.Guid, "global::System.Guid?")]
    [InlineData(KqlType.Dynamic, "global::FlowKernel.Results.DynamicValue?")]
    public void EachKqlTypeHasItsClrType(KqlType type, string expected) => Assert.Contains(
        $"public {expected} X {{ get; init; }}",
        TypedDeclaration.Of("t", [new("X", type)]).Types,
        StringComparison.Ordinal);

    [Fact]
    public async Task AColumnNameCannotLeaveItsComment()
    {
        string[] names = ["a\n} int evil = 1; //", "b\u2028}", "c</summary>", "d\u0085", "e\ud800", "*/", "\"\\"];
        var declaration = TypedDeclaration.Of("t", [.. names.Select(n => new KqlColumn(n, KqlType.Long))]);
        var notebook = new Notebook();
        Assert.True((await notebook.Run(declaration.Source)).Succeeded);
        Assert.Equal(["t"], notebook.Cells.Variables);
    }
}
