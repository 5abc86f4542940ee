using FlowKernel.Diagnostics;

namespace FlowKernel.Session;

/// <summary>What can be wrong with a hole of an interpolated query, before and while it runs.</summary>
public static class HoleMistakes
{
    /// <summary>A format or an alignment.</summary>
    public static Diagnostic Formatted { get; } = new(
        "FK1201", "A hole of a query takes no format and no alignment: the value goes in with its type.", default,
        "Write {value} alone, and format in KQL, as with format_datetime() or tostring().");

    /// <summary>Part of a KQL string.</summary>
    public static Diagnostic InString { get; } = new(
        "FK1202", "A hole inside a KQL string is not filled in: a value never becomes query text.", default,
        "Take the quotes away where the hole is all of the string; else join with strcat(\"…\", {value}).");

    /// <summary>Part of a name or number.</summary>
    public static Diagnostic InName { get; } = new(
        "FK1203", "A hole cannot be a part of a name or of a number: it is a whole value.", default,
        "Put white space around it; for a duration use a TimeSpan in place of {n}d.");

    /// <summary>A warning: a constant where people mean a column.</summary>
    public static Diagnostic ForColumn { get; } = new(
        "FK1205", "A hole is a value, not a column: every row gets the same.", default,
        "Write the column's name into the query, or choose it by value with column_ifexists() or case().",
        Severity.Warning);

    /// <summary>A value where a name stands that the query gives.</summary>
    public static Diagnostic ForName { get; } = new(
        "FK1210", "A hole is a value, so it cannot name a column or a variable.", default, NotAName);

    /// <summary>A value where a table stands.</summary>
    public static Diagnostic ForTable { get; } = new(
        "FK1207", "A hole is a value, so it cannot stand for a table.", default, NotAName);

    /// <summary>A hint for a hole in the place of a name.</summary>
    public const string NotAName =
        "Names of tables and columns are the query's own text: choose between whole queries in C#.";

    /// <summary>Part of a literal such as <c>datetime(2024-01-01)</c>.</summary>
    public static Diagnostic InLiteral(string type) => new(
        "FK1211", $"A hole inside {type}(…) is not read: that is how KQL writes a constant.", default,
        "Write the hole alone, with a C# value of that type; or convert it with a function such as todatetime().");

    /// <summary>A type that no KQL type fits.</summary>
    public static Diagnostic Unsupported(string type) => new(
        "FK1204", $"A hole of type {type} cannot go into a query: KQL has no type for it.", default,
        $"Convert it to one of: {QueryParameters.SupportedTypes}; or a list of them.");
}
