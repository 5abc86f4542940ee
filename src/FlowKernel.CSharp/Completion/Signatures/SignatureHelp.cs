using FlowKernel.CSharp.Documentation;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Signatures;

/// <summary>
/// What a call takes: the overload that fits best with the current parameter marked, what the documentation says of it,
/// and the other overloads.
/// </summary>
internal sealed class SignatureHelp
{
    private const int MostOthers = 20;

    private readonly Overloads _overloads;
    private readonly ISymbol _current;
    private readonly int _parameter;
    private readonly Compilation _compilation;

    private SignatureHelp(Overloads overloads, ISymbol current, int parameter, Compilation compilation)
    {
        _overloads = overloads;
        _current = current;
        _parameter = parameter;
        _compilation = compilation;
    }

    /// <summary>The help for an offset within brackets; null elsewhere, or when the call is not known.</summary>
    public static async Task<SignatureHelp?> AtAsync(Document document, int offset, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        if (CallSite.At(root, offset) is not { } site)
            return null;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        var overloads = Overloads.Of(site, model, cancellation);
        return overloads.Current is { } current
            ? new SignatureHelp(overloads, current, ParameterAt(site, offset, current), model.Compilation)
            : null;
    }

    /// <summary>The parameter that the offset is in, or null.</summary>
    public IParameterSymbol? Parameter => Overloads.ParametersOf(_current).ElementAtOrDefault(_parameter);

    /// <summary>The help as text.</summary>
    public string Text(TextStyle style, CancellationToken cancellation)
    {
        var parts = new List<string> { style.Block(new SignatureLine(_current).Marked(_parameter)) };
        parts.AddRange(new SymbolText(style, _compilation).Paragraphs(_current, Parameter, cancellation));
        var others = _overloads.All.Where(s => !ReferenceEquals(s, _current)).ToList();
        if (others.Count > 0)
            parts.Add(Others(others, style));
        return string.Join("\n\n", parts);
    }

    private static string Others(List<ISymbol> others, TextStyle style)
    {
        var lines = others.Take(MostOthers).Select(s => new SignatureLine(s).Text).ToList();
        if (others.Count > MostOthers)
            lines.Add(FormattableString.Invariant($"// and {others.Count - MostOthers} more"));
        var title = others.Count == 1
            ? "1 more overload:"
            : FormattableString.Invariant($"{others.Count} more overloads:");
        return title + "\n\n" + style.Block(string.Join('\n', lines));
    }

    private static int ParameterAt(CallSite site, int offset, ISymbol current)
    {
        var parameters = Overloads.ParametersOf(current);
        var index = site.IndexAt(offset);
        if (site.NameOf(index) is { } name)
            return parameters.ToList().FindIndex(p => p.Name == name);
        return index >= parameters.Count && parameters is [.., { IsParams: true }] ? parameters.Count - 1 : index;
    }
}
