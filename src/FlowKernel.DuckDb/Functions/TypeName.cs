using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary><c>gettype</c> (https://learn.microsoft.com/kusto/query/gettype-function).</summary>
internal static class TypeName
{
    /// <summary>The name of the run-time type of the argument.</summary>
    public static Outcome<string> Emit(Invocation call) => call.TypeOf(0) == KqlType.Dynamic
        ? $"""
           CASE json_type({call.Sql(0)}) WHEN 'ARRAY' THEN 'array' WHEN 'OBJECT' THEN 'dictionary'
           WHEN 'VARCHAR' THEN 'string' WHEN 'BOOLEAN' THEN 'bool' WHEN 'DOUBLE' THEN 'double'
           WHEN 'BIGINT' THEN 'long' WHEN 'UBIGINT' THEN 'long' ELSE 'null' END
           """
        : SqlText.Text(call.TypeOf(0).Name());
}
