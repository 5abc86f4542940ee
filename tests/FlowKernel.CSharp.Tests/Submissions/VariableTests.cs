using System.Net;

namespace FlowKernel.CSharp.Tests.Submissions;

public sealed class VariableTests
{
    private readonly Notebook _notebook = new();

    public static TheoryData<object?, Type, string> Values => new()
    {
        { 3, typeof(int), "x + 1 == 4" },
        { null, typeof(double?), "x is null" },
        { new List<string?> { "a" }, typeof(IReadOnlyList<string>), "x[0].Length == 1" },
        { new Dictionary<string, int[]> { ["k"] = [1] }, typeof(Dictionary<string, int[]>), "x[\"k\"].Single() == 1" },
        { new int[2, 3], typeof(int[,]), "x.GetLength(1) == 3" },
        { new[] { new[,] { { 1 } } }, typeof(int[][,]), "x[0][0, 0] == 1" },
        { (1, "b"), typeof((int, string)), "x.Item2 == \"b\"" },
        { IPAddress.Loopback, typeof(IPAddress), "x.ToString() == \"127.0.0.1\"" },
        { new { A = 1 }, typeof(object), "x.ToString() == \"{ A = 1 }\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AVariableSetFromOutsideHasItsType(object? value, Type type, string check)
    {
        await _notebook.Cells.SetAsync("x", value, type, Notebook.Test);
        Assert.Equal(true, await _notebook.ValueOf(check));
    }

    [Fact]
    public async Task SettingAgainReplacesValueAndType()
    {
        await _notebook.Cells.SetAsync("x", 1, typeof(int), Notebook.Test);
        await _notebook.Cells.SetAsync("x", 2, typeof(int), Notebook.Test);
        Assert.Equal(2, await _notebook.ValueOf("x"));
        await _notebook.Cells.SetAsync("x", "t", typeof(string), Notebook.Test);
        Assert.Equal(1, await _notebook.ValueOf("x.Length"));
    }

    [Fact]
    public async Task ATypeDeclaredInACellCanTypeAVariable()
    {
        await _notebook.Run("record Peer(string Ip);");
        var peers = await _notebook.ValueOf("new[] { new Peer(\"a\") }");
        await _notebook.Cells.SetAsync("peers", peers, peers!.GetType(), Notebook.Test);
        Assert.Equal("a", await _notebook.ValueOf("peers[0].Ip"));
    }

    [Fact]
    public async Task AllVariablesCanBeListed()
    {
        await _notebook.Run("var a = 1; int F() => a; record R;");
        await _notebook.Run("string b = \"\"; var a = 2;");
        Assert.Equal(["a", "b"], _notebook.Cells.Variables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AKeywordCanBeAVariablesName()
    {
        await _notebook.Cells.SetAsync("class", 1, typeof(int), Notebook.Test);
        Assert.Equal(1, await _notebook.ValueOf("@class"));
    }
}
