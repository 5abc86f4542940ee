using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Lowering;

/// <summary>Reads an operator's <c>name=value</c> parameters; hints that are not asked for mean nothing here.</summary>
internal static class Parameters
{
    /// <summary>The value of the first parameter of one of these names, or null.</summary>
    public static SyntaxNode? Value(SyntaxNode step, params ReadOnlySpan<string> names)
    {
        foreach (var parameter in step.List("Parameters"))
        {
            if (parameter.Find("Name")?.Text is { } given && names.Contains(given))
                return parameter["Expression"];
        }

        return null;
    }

    /// <summary>The value as the word or name that is written, or null.</summary>
    public static string? Word(SyntaxNode step, params ReadOnlySpan<string> names) => Value(step, names) switch
    {
        null => null,
        { Kind: "StringLiteralExpression" } text => LiteralText.String(text),
        { Text: { } name } => name,
        var other => other.Find("Token")?.Text,
    };
}
