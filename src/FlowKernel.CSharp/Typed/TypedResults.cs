using FlowKernel.CSharp.Submissions;
using FlowKernel.Notebook;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// The variables that hold named results. A result whose columns are those of the last one of its name is put into the
/// same variable, so that code compiled over it goes on working and nothing grows; other columns declare types anew.
/// </summary>
internal sealed class TypedResults(SubmissionScript script, SubmissionChain chain)
{
    private readonly Dictionary<string, (TypedDeclaration Declaration, string Stem, Type Type)> _declared =
        new(StringComparer.Ordinal);

    private readonly TypeStems _stems = new(script);

    /// <summary>Puts a result into the variable of a name.</summary>
    public async Task KeepAsync(string name, FlowResult result, CancellationToken cancellation)
    {
        var columns = result.Table.Columns;
        var last = _declared.GetValueOrDefault(name);
        var (stem, declaration) = (last.Stem, TypedDeclaration.Of(name, columns, last.Stem));
        if (last.Declaration != declaration || !await IsDeclaredAsync(declaration, last.Type, cancellation))
        {
            stem = _stems.Of(name);
            declaration = TypedDeclaration.Of(name, columns, stem);
            await DeclareAsync(declaration.Source, cancellation);
        }

        var (field, state) = chain.Find(name)!.Value;
        field.SetValue(state, Activator.CreateInstance(field.FieldType, result));
        _declared[name] = (declaration, stem, field.FieldType);
    }

    // The user may have declared something else of that name since: then the types still serve another variable.
    private async Task<bool> IsDeclaredAsync(TypedDeclaration declaration, Type type, CancellationToken cancellation)
    {
        if (chain.Find(declaration.Name)?.Field.FieldType != type)
            await DeclareAsync(declaration.Variable, cancellation);
        return chain.Find(declaration.Name)?.Field.FieldType == type;
    }

    private async Task DeclareAsync(string source, CancellationToken cancellation)
    {
        var cell = script.Compile(source, path: "");
        if (!cell.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error))
            await script.RunAsync(cell, SilentOutput.Instance, cancellation);
    }
}
