namespace Microsoft.DotNet.Interactive.Directives;

public abstract class KernelDirective(string name)
{
    public string Name => name;

    public string? Description { get; set; }

    public ICollection<KernelDirectiveParameter> Parameters { get; } = [];
}

public class KernelSpecifierDirective(string name, string kernelName) : KernelDirective(name)
{
    public string KernelName => kernelName;
}

public class KernelActionDirective : KernelDirective
{
    private readonly ChildList _children;

    public KernelActionDirective(string name, string? description = null)
        : base(name)
    {
        Description = description;
        _children = new ChildList(this);
    }

    public ICollection<KernelActionDirective> Subcommands => _children;

    public KernelActionDirective? Parent { get; private set; }

    private sealed class ChildList(KernelActionDirective parent)
        : System.Collections.ObjectModel.Collection<KernelActionDirective>
    {
        protected override void InsertItem(int index, KernelActionDirective item)
        {
            item.Parent = parent;
            base.InsertItem(index, item);
        }
    }
}

public class KernelDirectiveParameter(string name, string? description = null)
{
    private Func<IEnumerable<string>> _completions = () => [];

    public string Name => name;

    public string? Description => description;

    public bool AllowImplicitName { get; init; }

    public int MaxOccurrences { get; init; } = 1;

    public bool Flag { get; init; }

    internal IReadOnlyList<string> Completions => [.. _completions()];

    public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> getCompletions)
    {
        _completions = getCompletions;
        return this;
    }
}
