namespace FlowKernel.DuckDb.Emit;

/// <summary>Expressions that emitted statements name, so that they read well; made when DuckDB starts.</summary>
internal static class EmitMacros
{
    /// <summary>
    /// The statements that make them. <c>kql_elements</c> gives the elements of a dynamic value as mv-expand sees them,
    /// with a bag's as bags of one property, <c>kql_pairs</c> with a bag's as arrays of name and value.
    /// </summary>
    public const string Sql =
        """
        CREATE MACRO kql_elements(v) AS CASE json_type(v)
          WHEN 'ARRAY' THEN TRY_CAST(v AS JSON[])
          WHEN 'OBJECT' THEN list_transform(
            map_entries(TRY_CAST(v AS MAP(VARCHAR, JSON))), lambda kql_e: json_object(kql_e.key, kql_e.value))
          ELSE [v] END;
        CREATE MACRO kql_pairs(v) AS CASE json_type(v)
          WHEN 'ARRAY' THEN TRY_CAST(v AS JSON[])
          WHEN 'OBJECT' THEN list_transform(
            map_entries(TRY_CAST(v AS MAP(VARCHAR, JSON))), lambda kql_e: json_array(kql_e.key, kql_e.value))
          ELSE [v] END;
        """;
}
