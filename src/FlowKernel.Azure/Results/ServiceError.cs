using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.Azure.Results;

/// <summary>An error as a service tells it.</summary>
/// <param name="Code">Its code, such as <c>SEM0100</c> or <c>BadArgumentError</c>; or empty.</param>
/// <param name="Message">What it says.</param>
internal sealed partial record ServiceError(string Code, string Message)
{
    private const int MostNesting = 10;

    /// <summary>The line in the text that was sent, from 1; 0 where it names none.</summary>
    public int Line { get; init; }

    /// <summary>How many characters stand before it in that line.</summary>
    public int Column { get; init; }

    /// <summary>
    /// Reads an <c>error</c> object of Data Explorer or Log Analytics: the innermost that says something is the reason,
    /// the outer ones say that a request failed.
    /// </summary>
    public static ServiceError Read(JsonElement error)
    {
        var found = new ServiceError(Text(error, "code"), "");
        for (var depth = 0; depth < MostNesting; depth++)
        {
            found = found.With(error);
            if (Inner(error) is not { } inner)
                break;
            error = inner;
        }

        return found.Placed();
    }

    /// <summary>An error of an answer that is no JSON.</summary>
    public static ServiceError Plain(int status, string? reason) => new(
        status.ToString(CultureInfo.InvariantCulture),
        string.IsNullOrWhiteSpace(reason) ? "The service gave no reason." : $"The service answered: {reason}.");

    private ServiceError With(JsonElement error)
    {
        var said = Text(error, "@message") is { Length: > 0 } exact ? exact : Text(error, "message");
        return this with
        {
            Message = said.Length > 0 ? said : Message,
            Code = Code.Length == 0 || said.Length > 0 && Text(error, "code").Length > 0 ? Text(error, "code") : Code,
            Line = Number(error, "line") is > 0 and var line ? line : Line,
            Column = Number(error, "pos") is >= 0 and var at ? at : Column,
        };
    }

    /// <summary>The place and the code that stand in the message itself.</summary>
    private ServiceError Placed()
    {
        var place = PlaceInMessage().Match(Message);
        var code = CodeInMessage().Match(Message);
        return this with
        {
            Line = place.Success ? int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : Line,
            Column = place.Success ? int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : Column,
            Code = code.Success ? code.Value : Code,
            Message = QueryInMessage().Replace(Message, "").Trim(),
        };
    }

    private static JsonElement? Inner(JsonElement error)
    {
        if (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object)
            return inner;
        return error.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array
            && details.GetArrayLength() > 0 && details[0].ValueKind == JsonValueKind.Object
            ? details[0]
            : null;
    }

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int Number(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : -1;

    [GeneratedRegex(@"\[line:position=(\d+):(\d+)\]")]
    private static partial Regex PlaceInMessage();

    [GeneratedRegex(@"\b(SEM|SYN|E_)[A-Z0-9_]+")]
    private static partial Regex CodeInMessage();

    // The message of a syntax error repeats the query, with what was put before it.
    [GeneratedRegex(@"\[line:position=\d+:\d+\]\.?|(Query: '.*')", RegexOptions.Singleline)]
    private static partial Regex QueryInMessage();
}
