using System.Reflection;
using DuckDB.NET.Data;

namespace FlowKernel.DuckDb;

/// <summary>The version of the embedded engine.</summary>
public static class DuckDbVersion
{
    /// <summary>Such as <c>DuckDB 1.5.6.1</c>.</summary>
    public static string Text { get; } = "DuckDB " + (typeof(DuckDBConnection).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");
}
