using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Running;

/// <summary>The whole tables behind the outputs of a notebook that ran in this process.</summary>
public sealed class OutputTables
{
    private readonly ConditionalWeakTable<JsonObject, KqlTable> _tables = [];

    /// <summary>The table behind an output of the executed document, or null.</summary>
    public KqlTable? Find(JsonObject output) => _tables.TryGetValue(output, out var table) ? table : null;

    internal void Remember(JsonObject output, MimeBundle bundle)
    {
        if (bundle.Table is { } table)
            _tables.AddOrUpdate(output, table);
    }
}
