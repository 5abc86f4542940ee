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
    private readonly Dictionary<string, (TypedDeclaration Declaration, Type Type)> _declared =
        new(StringComparer.Ordinal);

    /// <summary>Puts a result into the variable of a name.</summary>
    public async Task KeepAsync(string name, FlowResult result, CancellationToken cancellation)
    {
        var declaration = TypedDeclaration.Of(name, result.Table.Columns);
        var known = _declared.GetValueOrDefault(name) is { } last && last.Declaration == declaration ? last.Type : null;
        if (known is null || !await IsDeclaredAsync(declaration, known, cancellation))
            await DeclareAsync(declaration.Source, cancellation);
        var (field, state) = chain.Find(name)!.Value;
        field.SetValue(state, Activator.CreateInstance(field.FieldType, result));
        _declared[name] = (declaration, field.FieldType);
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
