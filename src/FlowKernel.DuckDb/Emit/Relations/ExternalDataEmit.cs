using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>externaldata</c>: a table that is filled before the statement runs, if the user has allowed the places of its
/// files.
/// </summary>
internal static class ExternalDataEmit
{
    public static SelectBlock Emit(ExternalData data, EmitContext context)
    {
        var problems = data.Files.SelectMany(f => context.Stages.Places.Find(f).Diagnostics).ToList();
        if (problems.Count > 0)
        {
            context.Refuse(problems);
            return RowsEmit.Nothing(data.Columns, context);
        }

        return StageEmit.Read(context.Stages.Of(data), data, context);
    }
}
