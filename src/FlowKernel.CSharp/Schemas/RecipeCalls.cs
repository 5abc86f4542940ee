using FlowKernel.CSharp.Kql;
using FlowKernel.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Schemas;

/// <summary>Checks <c>Flow.Recipes.Run("name", new { … })</c>: names and types.</summary>
internal sealed class RecipeCalls(SemanticModel model, CancellationToken cancellation)
{
    private readonly GivenParameters _given = new(model, cancellation);

    /// <summary>What is wrong with a call; nothing for other calls, or where the name is not known.</summary>
    public IEnumerable<Diagnostic> Check(InvocationExpressionSyntax call)
    {
        if (!IsRun(call) || call.ArgumentList.Arguments is not [var name, ..]
            || LiteralPlace.Read(name.Expression, model, cancellation) is not var (text, place))
            return [];
        var found = RecipeLibrary.Find(text);
        if (found.Value is not { } recipe)
            return found.Diagnostics.Select(d => d with { Span = place });
        return call.ArgumentList.Arguments.ElementAtOrDefault(1)?.Expression is { } arguments
            ? _given.Of(Nothing, arguments).Select(g => Check(recipe, g, SpanOf(arguments))).OfType<Diagnostic>()
            : [];
    }

    private static LiteralText Nothing { get; } = new("", [], 0);

    private static Diagnostic? Check(Recipe recipe, GivenParameter given, FlowSpan all)
    {
        var place = given.Place ?? all;
        if (recipe.Parameters.FirstOrDefault(p => p.Name == given.Name) is not { } parameter)
            return RecipeArguments.Unknown(recipe, given.Name) with { Span = place };
        return given.Parameter?.Type == parameter.Value.Type
            ? null
            : RecipeArguments.WrongType(recipe, given.Name, parameter.Value.Type, $"a C# {given.CSharpType}") with
            {
                Span = place,
            };
    }

    private bool IsRun(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(FlowRecipes.Run) }
        && model.GetSymbolInfo(call, cancellation).Symbol is { ContainingType.Name: nameof(FlowRecipes) };

    private static FlowSpan SpanOf(SyntaxNode node) => new(node.SpanStart, node.Span.Length);
}
