namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Runs more cells than are left apart.</summary>
internal static class ManyCells
{
    /// <summary>From how many cells on they are put together.</summary>
    public const int Fewest = 4;

    /// <summary>How many are run.</summary>
    public const int Count = 12;

    public static async Task DeclareVariablesAsync(this Notebook notebook, string name = "other")
    {
        for (var i = 0; i < Count; i++)
            await notebook.ValueOf($"var {name}{i} = {i};");
    }

    /// <summary>Types, which are put together only once .NET has collected what nobody uses; then variables.</summary>
    public static async Task DeclareTypesAsync(this Notebook notebook, string name = "Other")
    {
        for (var i = 0; i < Count; i++)
            await notebook.ValueOf($"record {name}{i}(int A);");
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await notebook.DeclareVariablesAsync(name.ToLowerInvariant());
    }
}
