using FlowKernel.Diagnostics;
using FlowKernel.Recipes;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// Checks a file of KQL: its queries one by one, or as a recipe when it begins with a recipe's front matter. Parameters
/// are those that <c>declare query_parameters</c> declares. The tables are those of flow logs, and any others.
/// </summary>
internal static class KqlFileCheck
{
    public static async Task<CheckedFile> CheckAsync(
        string path, string content, IKqlLanguage language, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        var recipe = RecipeReader.Read(Path.GetFileNameWithoutExtension(path), content);
        if (recipe.Succeeded)
        {
            found.AddRange(await CheckAsync(content, language, recipe.Value.Defaults.Values, cancellation));
        }
        else
        {
            foreach (var query in KqlQueries.In(content))
            {
                var problems = await CheckAsync(query.Text, language, null, cancellation);
                found.AddRange(problems.Select(p => p.Shift(query.Start)));
            }
        }

        return new CheckedFile(path, content, [new CheckedText(content, found)]);
    }

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        string kql, IKqlLanguage language, IReadOnlyDictionary<string, QueryParameter>? parameters,
        CancellationToken cancellation)
    {
        var scope = new QueryScope(DeclaredConnection.Workspace, DateTime.UnixEpoch);
        if (parameters is not null)
            scope = scope with { Parameters = parameters };
        return (await language.CheckAsync(kql, scope, cancellation)).Diagnostics;
    }
}
