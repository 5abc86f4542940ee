using System.Net;
using Azure.Identity;
using FlowKernel.Azure.Results;
using FlowKernel.Diagnostics;

namespace FlowKernel.Azure;

/// <summary>What goes wrong between here and a service, for users.</summary>
internal static class RemoteMistakes
{
    private const string TooLarge = "E_QUERY_RESULT_SET_TOO_LARGE";

    /// <summary>What a service says of a query that it did not run, or not to its end.</summary>
    public static Diagnostic Refused(ServiceError error, SentQuery query, string place) => new(
        "FK0431", $"{place} did not run the query: {Sentence(error)}", query.SpanAt(error.Line, error.Column),
        error.Code == TooLarge ? "Summarize, take fewer rows or columns, or filter more." : null);

    /// <summary>What a service says of an answer that lacks something.</summary>
    public static Diagnostic Partial(ServiceError error, string place) => new(
        "FK0436", $"{place} gave only part of the result: {Sentence(error)}", default,
        error.Code == TooLarge ? "Summarize, take fewer rows or columns, or filter more." : null, Severity.Warning);

    /// <summary>An answer that is no success, of a request that is no mistake in a query.</summary>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="error">What the service says.</param>
    /// <param name="place">What was asked.</param>
    public static Diagnostic Of(int status, ServiceError error, string place) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
            "FK0432", $"You may not query {place}: {Sentence(error)}", default,
            "Ask its owner for read access, or sign in as somebody else with --auth."),
        HttpStatusCode.NotFound => new(
            "FK0433", $"{place} is not there: {Sentence(error)}", default, "Check its name and address."),
        HttpStatusCode.TooManyRequests => new(
            "FK0434", $"{place} has too much to do: {Sentence(error)}", default, "Try again in a while."),
        HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => new(
            "FK0435", $"{place} took too long: {Sentence(error)}", default,
            "Ask for less at once: fewer days with --last, or filter before you join and summarize."),
        _ => new("FK0435", $"{place} failed: {Sentence(error)}", default, "Try again in a while."),
    };

    /// <summary>A service that cannot be reached.</summary>
    public static Diagnostic Unreachable(IOException failure) => new(
        "FK0435", failure.Message.TrimEnd('.') + ".", default, "Check the address and your network.");

    /// <summary>A sign-in that did not succeed.</summary>
    public static Diagnostic NotSignedIn(AuthenticationFailedException failure, string way) => new(
        "FK0430", $"Signing in to Azure with '{way}' did not succeed: {FirstLine(failure.Message)}", default,
        way == "cli"
            ? "Run 'az login' in a terminal, then connect again."
            : "Run 'az login' in a terminal, or connect with --auth device or --auth interactive.");

    private static string Sentence(ServiceError error) =>
        error.Code.Length == 0 || error.Message.Contains(error.Code, StringComparison.Ordinal)
            ? error.Message
            : $"{error.Message} ({error.Code})";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
