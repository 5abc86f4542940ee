using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Serve.DataExplorer;
using FlowKernel.Serve.Http;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>Errors as Log Analytics tells them (https://learn.microsoft.com/azure/azure-monitor/logs/api/errors).</summary>
internal static class LogAnalyticsError
{
    /// <summary>Writes the object behind <c>"error"</c>.</summary>
    public static void Write(Utf8JsonWriter json, Problem problem, RequestIdentity identity)
    {
        json.WriteStartObject();
        json.WriteString("code", CodeOf(problem));
        json.WriteString("message", problem.IsOfQuery ? "The request had some invalid properties" : problem.Message);
        json.WriteString("correlationId", identity.ActivityId);
        json.WriteStartObject("innererror");
        if (problem.IsOfQuery)
        {
            json.WriteString("code", problem.IsSyntax ? "SyntaxError" : "SemanticError");
            json.WriteString("message", problem.IsSyntax
                ? "A recognition error occurred in the query."
                : "A semantic error occurred.");
            json.WriteStartObject("innererror");
            WritePlace(json, problem);
            json.WriteEndObject();
        }
        else
        {
            WritePlace(json, problem);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the object behind <c>"error"</c> of a result that is not whole.</summary>
    public static void WriteCut(Utf8JsonWriter json, ResultCut cut)
    {
        json.WriteStartObject();
        json.WriteString("code", "PartialError");
        json.WriteString("message", "There were some errors when processing your query.");
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("code", "EngineError");
        json.WriteString("message", "Something went wrong processing your query on the server.");
        json.WriteStartObject("innererror");
        json.WriteString("code", "-2133196797");
        json.WriteString("message", CutText.Reason(cut));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Problem problem)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Sentence);
        if (problem.Place is { } place)
        {
            json.WriteNumber("line", place.Line);
            json.WriteNumber("pos", place.Column);
        }
    }

    private static string CodeOf(Problem problem) => problem.Status switch
    {
        StatusCodes.Status404NotFound => "PathNotFoundError",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status413PayloadTooLarge => "RequestTooLarge",
        StatusCodes.Status504GatewayTimeout => "GatewayTimeout",
        StatusCodes.Status500InternalServerError => "InternalServerError",
        _ => "BadArgumentError",
    };
}
