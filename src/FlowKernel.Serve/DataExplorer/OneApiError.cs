using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// Errors as Kusto tells them (https://learn.microsoft.com/kusto/api/rest/response-http-2): one that is permanent
/// comes again however often the request is sent.
/// </summary>
internal static class OneApiError
{
    private const string Namespace = "Kusto.Data.Exceptions.";

    /// <summary>Writes the object behind <c>"error"</c>.</summary>
    public static void Write(Utf8JsonWriter json, Problem problem, RequestIdentity identity)
    {
        var (code, type, message) = Kind(problem);
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteString("@type", Namespace + type);
        json.WriteString("@message", Words(problem));
        WriteContext(json, identity);
        json.WriteBoolean("@permanent", problem.Status < StatusCodes.Status500InternalServerError);
        if (problem.IsOfQuery)
            WriteInner(json, problem);
        json.WriteEndObject();
    }

    /// <summary>Writes the object of an error list that says why a table is not whole.</summary>
    public static void WriteCut(Utf8JsonWriter json, ResultCut cut, RequestIdentity identity)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", "LimitsExceeded");
        json.WriteString("message", "Request is invalid and cannot be executed.");
        json.WriteString("@type", Namespace + "KustoServicePartialQueryFailureLimitsExceededException");
        json.WriteString("@message", CutText.Of(cut));
        WriteContext(json, identity);
        json.WriteBoolean("@permanent", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Words(Problem problem) => problem.IsOfQuery
        ? $"Request is invalid and cannot be processed: {(problem.IsSyntax ? "Syntax" : "Semantic")} error: {problem.Message}"
        : problem.Message;

    private static (string Code, string Type, string Message) Kind(Problem problem) => problem.Status switch
    {
        StatusCodes.Status404NotFound when problem.Code == ServeDiagnostics.UnknownDatabaseCode =>
            ("BadRequest_EntityNotFound", "EntityNotFoundException", "Request refers to what is not there."),
        StatusCodes.Status404NotFound => ("NotFound", "KustoBadRequestException", "There is nothing at this address."),
        StatusCodes.Status403Forbidden => ("Forbidden", "KustoRequestDeniedException", "Request is denied."),
        StatusCodes.Status413PayloadTooLarge =>
            ("PayloadTooLarge", "KustoRequestPayloadTooLargeException", "Request is too large."),
        StatusCodes.Status504GatewayTimeout => ("Timeout", "KustoServiceTimeoutException", "Request timed out."),
        StatusCodes.Status500InternalServerError =>
            ("General_InternalServerError", "KustoServiceException", "Request could not be executed."),
        _ when problem.Code == ServeDiagnostics.CancelledCode =>
            ("E_QUERY_CANCELLED", "KustoClientRequestCanceledByUserException", "Query was cancelled."),
        _ when problem.IsSyntax => ("BadRequest_SyntaxError", "SyntaxException", BadRequest),
        _ => ("General_BadRequest", "KustoBadRequestException", BadRequest),
    };

    private static void WriteContext(Utf8JsonWriter json, RequestIdentity identity)
    {
        json.WriteStartObject("@context");
        json.WriteString("clientRequestId", identity.ClientRequestId);
        json.WriteString("activityId", identity.ActivityId);
        json.WriteString("serviceAlias", "flowkernel");
        json.WriteEndObject();
    }

    private static void WriteInner(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject("innererror");
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Sentence);
        json.WriteString("@type", Namespace + (problem.IsSyntax ? "SyntaxException" : "SemanticException"));
        json.WriteString("@message", Words(problem));
        json.WriteString("@errorCode", problem.Code);
        json.WriteString("@errorMessage", problem.Sentence);
        if (problem.Place is { } place)
        {
            json.WriteNumber("line", place.Line);
            json.WriteNumber("pos", place.Column);
        }

        json.WriteBoolean("@permanent", true);
        json.WriteEndObject();
    }

    private const string BadRequest = "Request is invalid and cannot be executed.";
}
