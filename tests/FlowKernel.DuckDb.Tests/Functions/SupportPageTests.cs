using System.Runtime.CompilerServices;
using FlowKernel.DuckDb.Functions;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class SupportPageTests
{
    [Fact]
    public void ThePageSaysWhatTheTablesHold()
    {
        var path = Path.Combine(Folder(), "../../../src/FlowKernel.DuckDb/FUNCTIONS.md");
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") is not null)
            File.WriteAllText(path, SupportPage.Text());
        Assert.Equal(SupportPage.Text(), File.ReadAllText(path));
    }

    [Fact]
    public void NoNameStandsInTwoRows()
    {
        var names = ScalarFunctions.Families.SelectMany(f => f.Rows).Select(r => r.Name).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
