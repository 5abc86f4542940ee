using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// What later cells can build on of a cell with errors, since the compiler takes no cell after one that has any: its
/// text without the parts that are wrong. Variables whose type is known all the same are declared without a value.
/// </summary>
internal sealed class CellRemains(SubmissionScript script, Action<string> forgive)
{
    // Taking a part away can make another wrong, which then goes as well.
    private const int MostRounds = 8;

    /// <summary>A compilation without errors; null when nothing is left.</summary>
    public CSharpCompilation? Of(CSharpCompilation cell, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var errors = cell.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
                return cell;
            if (errors.Exists(e => e.Location.SourceTree != cell.CellTree()))
                return null;
            cell = script.Compile(Without(cell, errors, cancellation), path: "", cell.ExternalReferences);
        }

        return null;
    }

    private string Without(CSharpCompilation cell, List<Diagnostic> errors, CancellationToken cancellation)
    {
        var model = cell.GetSemanticModel(cell.CellTree());
        var root = (CompilationUnitSyntax)cell.CellTree().GetRoot(cancellation);
        var parts = root.Usings.Cast<SyntaxNode>().Concat(root.Members)
            .Select(p => IsWrong(p, errors) ? Remains(p, model) : p.ToString());
        var directives = root.GetReferenceDirectives().Concat<SyntaxNode>(root.GetLoadDirectives()).Select(d => $"{d}");
        return string.Join('\n', directives.Concat(parts));
    }

    private static bool IsWrong(SyntaxNode part, List<Diagnostic> errors) =>
        errors.Exists(e => part.FullSpan.IntersectsWith(e.Location.SourceSpan));

    private string Remains(SyntaxNode part, SemanticModel model)
    {
        switch (part)
        {
            case FieldDeclarationSyntax field:
                return string.Join('\n', field.Declaration.Variables.Select(v => Remains(v, model)));
            case MethodDeclarationSyntax method:
                forgive(method.Identifier.ValueText);
                return "";
            case BaseTypeDeclarationSyntax type:
                forgive(type.Identifier.ValueText);
                return "";
            default:
                foreach (var name in part.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
                    forgive(name.Identifier.ValueText);
                return "";
        }
    }

    private string Remains(VariableDeclaratorSyntax variable, SemanticModel model)
    {
        var type = (model.GetDeclaredSymbol(variable) as IFieldSymbol)?.Type;
        var text = type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (text is not null && type!.TypeKind != TypeKind.Error && !text.Contains('#') && !text.Contains('?'))
            return $"{text} {variable.Identifier} = default!;";
        forgive(variable.Identifier.ValueText);
        return "";
    }
}
