using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>A tabular operator: its KQL after the pipe, and what it makes of rows.</summary>
internal abstract record Step
{
    /// <summary>The KQL, without the pipe before it.</summary>
    public abstract string Text { get; }

    /// <summary>True when it fixes the order of its rows.</summary>
    public virtual bool Orders => false;

    /// <summary>True when rows come out in the order in which they came in.</summary>
    public virtual bool KeepsOrder => false;

    /// <summary>What it gives.</summary>
    public abstract NaiveTable Run(NaiveTable input);
}

/// <summary>A table and the steps after it.</summary>
internal sealed record Pipeline(NaiveTable Source, IReadOnlyList<Step> Steps)
{
    /// <summary>The query.</summary>
    public string Text => string.Join("\n| ", [SourceText, .. Steps.Select(s => s.Text)]);

    /// <summary>What it must give.</summary>
    public NaiveTable Result => Steps.Aggregate(Source, (table, step) => step.Run(table));

    /// <summary>True when the order of the result's rows is fixed.</summary>
    public bool IsOrdered
    {
        get
        {
            var last = Steps.Reverse().FirstOrDefault(s => !s.KeepsOrder);
            return last is { Orders: true };
        }
    }

    /// <summary>The query without its last steps.</summary>
    public Pipeline First(int steps) => this with { Steps = [.. Steps.Take(steps)] };

    private string SourceText
    {
        get
        {
            var columns = string.Join(", ", Source.Fields.Select(f => $"{f.Text}: {f.Type.Name()}"));
            var values = Source.Rows.SelectMany(r => r.Zip(Source.Fields, (v, f) => KqlWords.Literal(v, f.Type)));
            return $"datatable({columns}) [{string.Join(", ", values)}]";
        }
    }
}
