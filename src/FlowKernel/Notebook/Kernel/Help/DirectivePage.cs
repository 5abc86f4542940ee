using FlowKernel.Notebook.Directives;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>How a directive is written, what its options mean, lines to copy.</summary>
internal static class DirectivePage
{
    public static HelpPage Of(DirectiveHelp help)
    {
        var page = new HelpPage(help.Title).List(help.Forms.Select(f => (f.Text, f.Does)));
        foreach (var note in help.Notes)
            page.Say(note);
        if (help.Options.Count > 0)
            page.Say("Options:").List(help.Options.Select(o => (o.Text, o.Does)));
        foreach (var example in help.Examples)
            page.Say(example.Does + ":").Show(example.Text, "text");
        return page.SeeAlso(help.SeeAlso);
    }
}
