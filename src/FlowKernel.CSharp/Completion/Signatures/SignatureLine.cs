using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Signatures;

/// <summary>A signature as one line of C#, with the place of each parameter in it.</summary>
internal sealed class SignatureLine
{
    private static readonly SymbolDisplayFormat Types = SymbolDisplayFormat.MinimallyQualifiedFormat;

    private static readonly SymbolDisplayFormat Parameter = Types
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis);

    private static readonly SymbolDisplayFormat Name = Types
        .WithMemberOptions(SymbolDisplayMemberOptions.None);

    private readonly List<(int Start, int Length)> _places = [];

    /// <summary>The line for a method, constructor or indexer.</summary>
    public SignatureLine(ISymbol symbol)
    {
        var (open, close) = symbol is IPropertySymbol ? ('[', ']') : ('(', ')');
        var line = new System.Text.StringBuilder(Start(symbol)).Append(open);
        foreach (var parameter in Overloads.ParametersOf(symbol))
        {
            if (_places.Count > 0)
                line.Append(", ");
            var text = parameter.ToDisplayString(Parameter);
            _places.Add((line.Length, text.Length));
            line.Append(text);
        }

        Text = line.Append(close).ToString();
    }

    /// <summary>The line.</summary>
    public string Text { get; }

    /// <summary>The line with marks under a parameter; the line alone for one that it does not have.</summary>
    public string Marked(int parameter)
    {
        if (parameter < 0 || parameter >= _places.Count)
            return Text;
        var (start, length) = _places[parameter];
        return $"{Text}\n{new string(' ', start)}{new string('^', length)}";
    }

    private static string Start(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
            "new " + constructor.ContainingType.ToDisplayString(Types),
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke =>
            $"{invoke.ReturnType.ToDisplayString(Types)} {invoke.ContainingType.ToDisplayString(Types)}",
        IMethodSymbol method =>
            $"{method.ReturnType.ToDisplayString(Types)} {Owner(method)}{method.ToDisplayString(Name)}",
        IPropertySymbol indexer =>
            $"{indexer.Type.ToDisplayString(Types)} {indexer.ContainingType.ToDisplayString(Types)}",
        _ => symbol.ToDisplayString(Types),
    };

    // What a cell declares has no owner that its user knows.
    private static string Owner(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction || method.ContainingType is not { IsScriptClass: false } type
            ? ""
            : (method.ReducedFrom is null ? type : method.ReceiverType ?? type).ToDisplayString(Types) + ".";
}
