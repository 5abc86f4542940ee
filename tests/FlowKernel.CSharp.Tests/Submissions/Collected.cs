namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Tells what is left once .NET has collected what nobody uses.</summary>
internal static class Collected
{
    public static async Task<bool> IsAliveAsync(WeakReference weak)
    {
        for (var i = 0; i < 50 && weak.IsAlive; i++)
        {
            await Task.Delay(10, Notebook.Test);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return weak.IsAlive;
    }
}
