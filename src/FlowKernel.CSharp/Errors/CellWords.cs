using System.Text.RegularExpressions;
using FlowKernel.CSharp.Checking;
using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Errors;

/// <summary>Messages of .NET about types of cells, without the names that the compiler gives to cells.</summary>
internal static partial class CellWords
{
    /// <summary>The message of an exception as it is shown.</summary>
    public static string Of(Exception exception) => MessageOf(exception) ?? exception.Message;

    /// <summary>
    /// The message of an exception in words that the user knows; null when its own is fine, as is what the user's own
    /// exceptions say.
    /// </summary>
    public static string? MessageOf(Exception exception)
    {
        var type = exception.GetType();
        if (SubmissionCompiler.IsCell(type.Assembly.GetName()) && !SaysNothing(type))
            return null;
        return TextOf(exception) is { } message && (OfTwins(message) ?? CellClass.Without(message)) is var reworded
            && reworded != message
                ? reworded
                : null;
    }

    // One of a package may fail to give it.
    private static string? TextOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return null;
        }
    }

    // Then .NET's words about it stand there, or what it was given.
    private static bool SaysNothing(Type type) => type.GetProperty(nameof(Exception.Message))?.DeclaringType == typeof(Exception);

    private static string? OfTwins(string message) => Twins().Match(message) is { Success: true } found
        ? $"Unable to cast an object of type '{found.Groups["type"]}' to the newer type of that name. {CellHints.Twins}"
        : null;

    [GeneratedRegex(@"^\[A\](Cell__\d+\+)?(?<type>.+?) cannot be cast to \[B\].* Type A originates from 'Cell-")]
    private static partial Regex Twins();
}
