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

    /// <summary>Types, until they are put together, which is only once .NET has collected what nobody uses.</summary>
    public static async Task DeclareTypesAsync(this Notebook notebook, string name = "Other")
    {
        for (var i = 0; i < Count; i++)
            await notebook.ValueOf($"record {name}{i}(int A);");
        for (var i = 0; !notebook.AreTogether(name + "0", name + "1"); i++)
        {
            Assert.True(i < MostTries, "The types were not put together.");
            await Task.Delay(1, Notebook.Test);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await notebook.ValueOf($"var {name.ToLowerInvariant()}{i} = {i};");
        }
    }

    private static bool AreTogether(this Notebook notebook, params string[] names) => notebook.Cells.Last!.Backwards()
        .Any(s => s.IsConsolidated && names.All(n => s.Names.Declared!.Any(d => d.Name == n)));
}
