using System.Reflection;
using FlowKernel.Recipes;
using FlowKernel.Reference;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>All names that help knows, to find what a name that it does not know was meant to be.</summary>
internal sealed class KnownNames(NotebookParts parts)
{
    private static readonly Type[] CSharp =
        [typeof(NotebookGlobals), typeof(Flow), typeof(FlowQuery), typeof(FlowResult)];

    /// <summary>What was meant, or null: the word that KQL has for one of other languages, or the nearest name.</summary>
    public string? Nearest(string name, DatabaseSchema schema) =>
        KqlReference.WordsElsewhere.GetValueOrDefault(name) ?? NearestName.Find(name, All(schema));

    // Where two are as near, the first one wins: what is asked for most comes first.
    private IEnumerable<string> All(DatabaseSchema schema) =>
    [
        .. KqlReference.All.Select(t => t.Name).Where(name => char.IsLetter(name[^1])),
        .. schema.Tables.Select(t => t.Name),
        .. schema.Tables.SelectMany(t => t.Columns).Select(c => c.Name),
        .. RecipeLibrary.All.Select(r => r.Name),
        .. Directives(),
        .. parts.CSharp.Variables,
        .. CSharp.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
            .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false } && m.DeclaringType != typeof(object))
            .Select(m => m.Name).Distinct(),
        .. KqlReference.Older.Keys,
    ];

    private IEnumerable<string> Directives() =>
        parts.Directives.Complete("#!flowlogs ", "#!flowlogs ".Length).Items.Select(item => item.Label);
}
