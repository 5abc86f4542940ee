using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>The sentences about queries that are right, but have no plan.</summary>
internal static partial class LoweringDiagnostics
{
    private const string RunsElsewhere = "It runs on Log Analytics and Azure Data Explorer.";

    public static Diagnostic Operator(string name, TextSpan span) => new(
        "FK0101", $"The embedded engine does not run the operator '{name}' yet.", span, RunsElsewhere);

    public static Diagnostic Construct(string what, TextSpan span) => new(
        "FK0102", $"The embedded engine does not run {what} yet.", span, RunsElsewhere);

    public static Diagnostic NoSeries(string aggregate, TextSpan span) => new(
        "FK0124", $"make-series takes no '{aggregate}': a bin of a series holds one value.", span,
        "Aggregate with summarize by bin() first, or take max() or min().");

    public static Diagnostic UnknownType(string column, TextSpan span) => new(
        "FK0103",
        $"The type of the column '{column}' is not known before the query runs.",
        span,
        "Give it a type, with a conversion such as tostring(), or an 'as type' clause where the operator has one.");

    public static Diagnostic BadLiteral(string literal, TextSpan span) => new(
        "FK0104", $"'{literal}' is not a valid value of its type.", span, NamesColumn().IsMatch(literal)
            ? "A literal has no name in its brackets: convert a column with todatetime() or tolong(), cut a time with startofday()."
            : "Write a value that the type can hold.");

    [GeneratedRegex(@"^\w+\s*\(\s*[A-Za-z_]\w*\s*\)$")]
    private static partial Regex NamesColumn();

    public static Diagnostic NegativeRows(string step, TextSpan span) => new(
        "FK0104", $"'{step}' cannot give a negative number of rows.", span, "Write a number from 0 on.");

    public static Diagnostic TooManyRelations(TextSpan span) => new(
        "FK0105",
        "The query unfolds into more than 5,000 tabular steps.",
        span,
        "Wrap a let that is used often in materialize().");

    public static Diagnostic NoParameterValue(string name, TextSpan span) => new(
        "FK0106",
        $"The query parameter '{name}' has no value.",
        span,
        $"Pass it with --param {name}=..., or give it a default in declare query_parameters.");

    public static Diagnostic DynamicComparison(TextSpan span) => new(
        "FK0107",
        "Two dynamic values cannot be compared.",
        span,
        "Convert both sides, for example with tostring() or tolong().");

    public static Diagnostic DynamicArithmetic(string what, TextSpan span) => new(
        "FK0199", $"{what} dynamic values.", span, "Convert them, for example with tolong() or toreal().");

    public static Diagnostic RowInSubquery(string argument, string column, TextSpan span) => new(
        "FK0108",
        $"'{argument}' is the column '{column}' of each row here, but a subquery runs once, before rows are read.",
        span,
        "Join the two tables instead.");

    public static Diagnostic NoName(string column, TextSpan span) => new(
        "FK0117",
        $"What '{column}' shows for this table is not known: it is neither a table, a view nor named by 'as'.",
        span,
        "Write '| as NAME' after it, or declare it as a view: let NAME = view () { ... }.");

    public static Diagnostic NoTables(TextSpan span) => new(
        "FK0118", "None of these tables exists.", span, "Name one that exists; wildcards match upper and lower case.");

    public static Diagnostic NoPattern(string pattern, TextSpan span) => new(
        "FK0123", $"The pattern '{pattern}' maps these texts to nothing.", span,
        "Write them as one of its lines has them, in the same case.");

    public static Diagnostic RowInAssert(TextSpan span) => new(
        "FK0120", "The condition and the message of assert() cannot read rows.", span,
        "Filter with where instead, or assert what is known before the query runs.");

    public static Diagnostic AssertFailed(string message, TextSpan span) => new(
        "FK0121", $"assert() has failed with message: '{message}'", span);

    public static Diagnostic NoOrder(string function, TextSpan span) => new(
        "FK0119", $"'{function}' goes by the order of rows, and these rows have none.", span,
        "Write sort by ... before it, or serialize to take them in any order.");

    public static Diagnostic NotLast(string name, TextSpan span) => new(
        "FK0122", $"'{name}' gives several results, so it must end its statement.", span,
        "Write what follows into its branches.");

    public static Diagnostic TakenSource(string column, TextSpan span) => new(
        "FK0175", $"An input of the union has a column '{column}' already, so 'withsource' cannot add one of that name.",
        span, "Give withsource another name, such as withsource=Source.");

    public static Diagnostic NoPartition(string column, TextSpan span) => new(
        "FK0174", $"A table of edges or nodes lacks the column '{column}' of 'partitioned-by'.", span,
        "Both the edges and all tables of nodes must have it.");

    public static Diagnostic DynamicKey(string column, TextSpan span) => new(
        "FK0180", $"The key '{column}' is dynamic, and tables are joined on values of simple types only.", span,
        "Convert it in both tables before, for example with extend Key = tostring(...).");

    public static Diagnostic ReduceThreshold(TextSpan span) => new(
        "FK0171", "The threshold of 'reduce' is not from 0 to 1.", span, "Give a part of the rows, such as 0.1.");

    public static Diagnostic Plugin(string name, TextSpan span) => new(
        "FK0162", $"The embedded engine does not run the plug-in '{name}'.", span, RunsElsewhere);

    public static Diagnostic PluginForm(string name, string why, TextSpan span, string? hint = null) => new(
        "FK0163", $"The plug-in '{name}' cannot run here: {why}.", span, hint ?? RunsElsewhere);

    public static Diagnostic StateFunction(string what, TextSpan span) => new(
        "FK0164", $"The embedded engine does not run {what} over the state of an earlier row.", span,
        "Compute what does not depend on the state in an extend before.");
}
