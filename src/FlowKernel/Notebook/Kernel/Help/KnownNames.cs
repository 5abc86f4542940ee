using FlowKernel.Recipes;
using FlowKernel.Reference;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// All names that help knows: to offer them, and to find what a name that it does not know was meant to be.
/// </summary>
internal sealed class KnownNames(NotebookParts parts)
{
    /// <summary>What was meant, or null: the word that KQL has for one of other languages, or the nearest name.</summary>
    public string? Nearest(string name, DatabaseSchema schema) =>
        KqlReference.WordsElsewhere.GetValueOrDefault(name)
        ?? NearestName.Find(name, All(schema).Select(i => i.Label).Where(n => n.Length == 0 || char.IsLetter(n[^1])));

    /// <summary>The names that begin as typed, else those that hold it; ignoring case.</summary>
    public IReadOnlyList<CompletionItem> Fitting(string typed, DatabaseSchema schema)
    {
        var all = All(schema).DistinctBy(i => i.Label).ToList();
        var begin = all.FindAll(i => i.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return begin.Count > 0 || typed.Length == 0
            ? begin
            : all.FindAll(i => i.Label.Contains(typed, StringComparison.OrdinalIgnoreCase));
    }

    // Where two are as near, the first one wins: what is asked for most comes first.
    private IEnumerable<CompletionItem> All(DatabaseSchema schema) =>
    [
        .. KqlReference.All.Select(t => Item(t.Name, KqlReference.Word(t.Kind), t.Summary)),
        .. schema.Tables.Select(t => Item(t.Name, "table", t.Description)),
        .. schema.Tables.SelectMany(t => t.Columns).Select(c => Item(c.Name, "column")),
        .. RecipeLibrary.All.Select(r => Item(r.Name, "recipe", r.Title)),
        .. parts.Directives.Names.Select(d => Item(d.Text, d.Text.StartsWith('-') ? "option" : "directive", d.Does)),
        .. parts.CSharp.Variables.Select(name => Item(name, "variable")),
        .. parts.CSharp.Members.Select(name => Item(name, "C#")),
        .. CellLines.All.Select(line => Item(line.Title, "line", line.Forms[0].Does)),
        Item(KqlIndexPage.Name, "index", "All names of KQL."),
        .. KqlReference.Older.Select(o => Item(o.Key, "older name", $"Now {o.Value}.")),
    ];

    private static CompletionItem Item(string name, string kind, string? description = null) =>
        new(name, name, kind, description);
}
