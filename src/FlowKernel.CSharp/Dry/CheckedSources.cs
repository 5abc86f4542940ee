using System.Globalization;
using System.Reflection;
using FlowKernel.Checking;
using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// Source files of programs in one compilation, with .NET and FlowKernel as references. What else the programs refer to
/// is not known, so of C# only the syntax is judged.
/// </summary>
internal sealed class CheckedSources : ICheckedSources
{
    // What a new .NET project sees without a using of its own.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Files that are programs by themselves begin with #: and #! lines.
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("FileBasedProgram", "true")]);

    private readonly Dictionary<string, SyntaxTree> _trees;
    private readonly Lazy<CSharpCompilation> _compilation;
    private readonly CellKql _kql;

    public CheckedSources(
        IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<Assembly> references, CellKql kql)
    {
        _kql = kql;
        _trees = files.ToDictionary(
            f => f.Path, f => CSharpSyntaxTree.ParseText(f.Text, Options, f.Path), StringComparer.Ordinal);
        _compilation = new Lazy<CSharpCompilation>(() => CSharpCompilation.Create(
            "programs",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, Options), .. _trees.Values],
            [.. FrameworkReferences.All, .. references.Select(FrameworkReferences.To)],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true)));
    }

    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(string path, CancellationToken cancellation)
    {
        var tree = _trees[path];
        var syntax = tree.GetDiagnostics(cancellation)
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(Translate)
            .ToList();
        var queries = await _kql.CheckAsync(_compilation.Value.GetSemanticModel(tree), cancellation);
        return [.. syntax.Concat(queries).OrderBy(d => d.Span.Start)];
    }

    private static Diagnostic Translate(Microsoft.CodeAnalysis.Diagnostic found) => new(
        found.Id, found.GetMessage(CultureInfo.InvariantCulture),
        new FlowSpan(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
}
