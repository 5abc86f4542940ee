namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>Pages of help as plain text.</summary>
internal static class HelpPlain
{
    private const int WidestTerm = 20;

    public static string Write(IEnumerable<HelpBlock> blocks) => string.Join("\n\n", blocks.Select(Block));

    private static string Block(HelpBlock block) => block switch
    {
        HelpBlock.Heading heading => heading.Text,
        HelpBlock.Paragraph paragraph => paragraph.Text.Replace("`", "", StringComparison.Ordinal),
        HelpBlock.Code code => "    " + code.Text.ReplaceLineEndings("\n    "),
        HelpBlock.Terms terms => Terms(terms.Items),
        HelpBlock.Link link => link.Address,
        _ => throw new InvalidOperationException($"No plain text for {block.GetType().Name}."),
    };

    // What is long stands above its meaning, so that it does not push all others aside.
    private static string Terms(IReadOnlyList<(string Term, string Text)> items)
    {
        var width = items.Select(i => i.Term.Length).Where(length => length <= WidestTerm).DefaultIfEmpty(0).Max() + 2;
        return string.Join('\n', items.Select(i => "  " + (i.Term.Length <= WidestTerm
            ? i.Term.PadRight(width)
            : i.Term + "\n  " + new string(' ', width)) + i.Text.Replace("`", "", StringComparison.Ordinal)));
    }
}
