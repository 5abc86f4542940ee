using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Serve;

/// <summary>What can be wrong with a request, besides its query.</summary>
internal static class ServeDiagnostics
{
    public const string UnknownDatabaseCode = "FK1602";
    public const string TimedOutCode = "FK1603";
    public const string CancelledCode = "FK1604";
    public const string TooLargeCode = "FK1610";
    public const string NotLocalCode = "FK1611";
    public const string NoEndpointCode = "FK1612";
    public const string FaultCode = "FK1613";
    public const string UnreadableCode = "FK1614";

    public static Diagnostic BadBody(string what) => new(
        "FK1601", $"The request cannot be read: {what}", default,
        "Send a JSON object: {\"db\":\"NAME\",\"csl\":\"KQL\"} to Kusto's endpoints, {\"query\":\"KQL\"} to Log "
        + "Analytics'.");

    public static Diagnostic UnknownDatabase(string name, string own) => new(
        UnknownDatabaseCode, $"There is no database '{name}'.", default, $"The database here is '{own}'.");

    public static Diagnostic TimedOut(TimeSpan limit) => new(
        TimedOutCode, $"The query took longer than {limit:c}.", default,
        "Filter earlier, by TimeGenerated first of all, or allow more time.");

    public static Diagnostic Cancelled() => new(CancelledCode, "The query was cancelled.", default);

    public static Diagnostic UnknownCommand(string text) => new(
        "FK1605", $"This server does not know the command '{text}'.", default,
        "It knows .show databases, .show tables, .show table T cslschema, .show database D schema (as json), "
        + ".show version and .cancel query \"ID\"; it never writes.");

    public static Diagnostic UnknownTable(string name, string? nearest) => new(
        "FK1606", $"There is no table '{name}'.", default, nearest is null ? null : $"Did you mean '{nearest}'?");

    public static Diagnostic BadParameter(string name, string text, KqlType type) => new(
        "FK1607", $"The parameter '{name}' is declared as {type.Name()}, and {text} is none.", default,
        $"Write {KqlValues.Examples(type)}.");

    public static Diagnostic BadOption(string name, string text, string expected) => new(
        "FK1608", $"The request property '{name}' cannot be {text}.", default, $"Write {expected}.");

    public static Diagnostic OptionNotHonoured(string name) => new(
        "FK1609", $"The request property '{name}' would change the result, and this server does not honour it.", default,
        $"Leave it out, or write 'set {name}' at the beginning of the query, where the engine reads it if it can.");

    public static Diagnostic TooLarge() => new(
        TooLargeCode, "The request is larger than this server reads.", default,
        "Put long lists into a file and read it with externaldata (flowkernel serve --allow-data).");

    public static Diagnostic NotLocal(string what) => new(
        NotLocalCode, $"This server answers programs on its own machine only, and {what}.", default,
        "Use http://localhost and the port, or http://127.0.0.1.");

    public static Diagnostic NoEndpoint(string method, string path) => new(
        NoEndpointCode, $"Nothing here answers {method} {path}.", default,
        "Kusto: POST /v2/rest/query, /v1/rest/query, /v1/rest/mgmt. "
        + "Log Analytics: POST or GET /v1/workspaces/ID/query, /v1/workspaces/ID/metadata.");

    public static Diagnostic BadTimespan(string text) => new(
        "FK1615", $"'{text}' is no timespan.", default,
        "Write an ISO 8601 length of time such as P1D or PT6H, or two ends: 2024-04-23T00:00:00Z/2024-04-24T00:00:00Z.");

    public static Diagnostic NoPort(int port, Exception refused) => new(
        "FK1616", $"The server cannot listen on port {port}: {refused.Message}", default,
        "Choose another by --port N, or --port 0 for any that is free.");

    public static Diagnostic Unreadable(string reason) => new(UnreadableCode, $"The data cannot be read: {reason}", default);

    public static Diagnostic Fault(string message) => new(FaultCode, message, default);
}
