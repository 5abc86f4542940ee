using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Runs more cells than are left apart.</summary>
internal static class ManyCells
{
    /// <summary>From how many cells on they are put together.</summary>
    public const int Fewest = 4;

    private const int MostTries = 200;

    /// <summary>How many are run.</summary>
    public const int Count = 12;

    public static async Task DeclareVariablesAsync(this Notebook notebook, string name = "other")
    {
        for (var i = 0; i < Count; i++)
            await notebook.ValueOf($"var {name}{i} = {i};");
    }

    /// <summary>Types, until some of them are put together.</summary>
    public static async Task DeclareTypesAsync(this Notebook notebook, string name = "Other")
    {
        for (var i = 0; i < Count; i++)
            await notebook.ValueOf($"record {name}{i}(int A);");
        await notebook.PutTogetherAsync([.. Enumerable.Range(0, Count).Select(i => $"{name}{i}")]);
    }

    /// <summary>
    /// Goes on until one of some types that nobody uses is put together with newer cells: .NET has to collect it first.
    /// </summary>
    public static async Task PutTogetherAsync(this Notebook notebook, params string[] types)
    {
        for (var i = 0; i < MostTries && notebook.Declaring(types).Any(s => s.Image?.IsLoaded == true); i++)
        {
            await Task.Delay(1, Notebook.Test);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        for (var i = 0; !notebook.Declaring(types).Any(s => s.IsConsolidated); i++)
        {
            Assert.True(i < Count, "The types were not put together.");
            await notebook.ValueOf($"var {types[0].ToLowerInvariant()}More{i} = {i};");
        }
    }

    private static IEnumerable<Submission> Declaring(this Notebook notebook, string[] types) =>
        notebook.Cells.Last!.Backwards().Where(s => s.Names.Declared!.Any(d => types.Contains(d.Name)));
}
