namespace FlowKernel.CSharp.Tests.Completion;

/// <summary>After <c>override</c> whole members are proposed.</summary>
public sealed class OverrideCompletionTests
{
    private const string Base = """
        abstract class Opt
        {
            public virtual int Run(int times) => times;
            public abstract void Stop(ref int code);
            protected virtual string Name { get; set; } = "";
            public virtual event Action Ended;
            public virtual T Pick<T>(params T[] of) => of[0];
            public abstract int this[int @in] { get; }
            public sealed override string ToString() => "";
        }

        """;

    private readonly Notebook _notebook = new();

    public static TheoryData<string, string> Members => new()
    {
        { "Run(int times)", "int Run(int times)\n    {\n        return base.Run(times);\n    }" },
        { "Stop(ref int code)", "void Stop(ref int code)\n    {\n        throw new NotImplementedException();\n    }" },
        { "Ended", "event Action Ended { add => base.Ended += value; remove => base.Ended -= value; }" },
        { "Pick<T>(params T[] of)", "T Pick<T>(params T[] of)\n    {\n        return base.Pick<T>(of);\n    }" },
        { "this[int @in]", "int this[int @in] => throw new NotImplementedException();" },
        {
            "Equals(object? obj)",
            "bool Equals(object? obj)\n    {\n        return base.Equals(obj);\n    }"
        },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task TheWholeMemberIsInserted(string label, string text)
    {
        const string Code = Base + "class Sub : Opt\n{\n    public override |\n}";
        var list = await _notebook.CompleteAsync(Code);
        Assert.Equal(Code.Replace("|", text, StringComparison.Ordinal), list.Accepted(Code, label));
    }

    [Theory]
    [InlineData("class Sub : Opt { public override | }")]
    [InlineData("class Sub : Opt\n{\n    public override |\n}")]
    public async Task EveryMemberThatIsProposedCompiles(string sub)
    {
        var marked = Base.Replace("abstract void", "virtual void", StringComparison.Ordinal)
            .Replace("(ref int code);", "(ref int code) { }", StringComparison.Ordinal)
            .Replace("abstract int this[int @in] { get; }", "virtual int this[int @in] => 1;", StringComparison.Ordinal)
            + sub;
        var list = await _notebook.CompleteAsync(marked);
        Assert.Equal(7, list.Items.Count);
        foreach (var label in list.Labels())
        {
            var code = list.Accepted(marked, label);
            var outcome = await new Notebook().Run(code);
            Assert.True(outcome.Succeeded, $"{code}\n{string.Join('\n', outcome.Diagnostics)}");
        }
    }

    [Fact]
    public async Task InOneLineTheMembersOfTheBaseTypeAreProposed()
    {
        var list = await _notebook.CompleteAsync("class D : System.IO.Stream { public override | }");
        Assert.Equal(["CanRead", "CanSeek", "CanWrite", "Flush()", "Length"], list.Labels().Take(5));
        Assert.Contains("bool CanRead => throw new NotImplementedException();", list.Inserts());
        Assert.Contains("void Close() => base.Close();", list.Inserts());
        Assert.Equal("ToString()", list.Labels()[^1]);
    }

    [Theory]
    [InlineData("protected override |", "Name")]
    [InlineData("public override int |", "this[int @in],Run(int times),GetHashCode()")]
    [InlineData("public override R|", "Run(int times)")]
    public async Task WhatIsWrittenBeforeAndAfterIsRespected(string line, string labels) => Assert.Equal(
        labels.Split(','), (await _notebook.CompleteAsync($"{Base}class Sub : Opt\n{{\n    {line}\n}}")).Labels());

    [Fact]
    public async Task AMissingAccessibilityIsWritten() => Assert.Equal(
        "protected string Name { get => base.Name; set => base.Name = value; }",
        (await _notebook.CompleteAsync(Base + "class Sub : Opt { override Na| }")).Inserts().Single());

    [Fact]
    public async Task WhatIsOverriddenAlreadyIsLeftOut()
    {
        var list = await _notebook.CompleteAsync(
            Base + "class Sub : Opt { public override int Run(int times) => 1;\n public override |\n}");
        Assert.DoesNotContain("Run(int times)", list.Labels());
        Assert.DoesNotContain("ToString()", list.Labels());
    }

    [Fact]
    public async Task InABodyNothingIsOverridden() => Assert.Contains(
        "Length", (await _notebook.CompleteAsync("class A { public override string ToString() => \"\".| }")).Labels());
}
