using FlowKernel.Diagnostics;
using FlowKernel.Text;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>What is wrong with a request, as both services tell it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Sentence">What is wrong, and the way out.</param>
/// <param name="Place">Where in the query; null where it is not about a place.</param>
internal sealed record Problem(int Status, string Code, string Sentence, LinePosition? Place)
{
    private const int FirstBinderCode = 100;

    /// <summary>True where the text is no KQL; false where it is and does not fit the data or the engine.</summary>
    public bool IsSyntax => Code.StartsWith("KS", StringComparison.Ordinal)
        && int.TryParse(Code.AsSpan(2), out var number) && number < FirstBinderCode;

    /// <summary>True where the query is what is wrong.</summary>
    public bool IsOfQuery => Status == StatusCodes.Status400BadRequest && !IsOfRequest;

    /// <summary>The code, the sentence, and the place in the words of Kusto.</summary>
    public string Message => Place is { } place
        ? $"{Code}: {Sentence} [line:position={place.Line}:{place.Column}]"
        : $"{Code}: {Sentence}";

    private bool IsOfRequest => Code.StartsWith("FK16", StringComparison.Ordinal);

    /// <summary>The problem that a diagnostic tells of a query's text.</summary>
    public static Problem Of(Diagnostic diagnostic, string kql) => new(
        StatusOf(diagnostic.Code),
        diagnostic.Code,
        diagnostic.Hint is { } hint ? $"{diagnostic.Message} {hint}" : diagnostic.Message,
        diagnostic.Span == default || kql.Length == 0 ? null : new SourceText(kql).PositionOf(diagnostic.Span.Start));

    private static int StatusOf(string code) => code switch
    {
        ServeDiagnostics.UnknownDatabaseCode or ServeDiagnostics.NoEndpointCode => StatusCodes.Status404NotFound,
        ServeDiagnostics.NotLocalCode => StatusCodes.Status403Forbidden,
        ServeDiagnostics.TooLargeCode => StatusCodes.Status413PayloadTooLarge,
        ServeDiagnostics.TimedOutCode => StatusCodes.Status504GatewayTimeout,
        ServeDiagnostics.FaultCode or ServeDiagnostics.UnreadableCode => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
