using FlowKernel.CSharp.Errors;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>What users see of cells that were put together is what they saw of the cells.</summary>
public sealed class SeenAsBeforeTests
{
    private const string Twins = "The type was declared again since: run the cells anew that made values of the earlier one.";
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Theory]
    [InlineData("own.Hidden", "'Own.Hidden' is inaccessible due to its protection level")]
    [InlineData("own.Hide()", "'Own.Hide()' is inaccessible due to its protection level")]
    [InlineData("Own.All", "'Own.All' is inaccessible due to its protection level")]
    [InlineData("own.Kept", "'Own.Kept' is inaccessible due to its protection level")]
    [InlineData("Own.Most", "'Own.Most' is inaccessible due to its protection level")]
    [InlineData("new Own(1)", "'Own.Own(int)' is inaccessible due to its protection level")]
    [InlineData("default(Own.Inner)", "'Own.Inner' is inaccessible due to its protection level")]
    [InlineData("class More : Own { public int A => Hidden; }", "'Own.Hidden' is inaccessible due to its protection level")]
    public async Task APrivateMemberIsSaidToBePrivate(string use, string message)
    {
        await _notebook.ValueOf("class Own { public Own() {} private Own(int n) {} private int Hidden = 1; private static int All = 2; "
            + "private int Kept { get; set; } private const int Most = 3; private void Hide() {} private class Inner {} "
            + "public event Action? Gone; public void Go() => Gone?.Invoke(); } var own = new Own();");
        Assert.Equal(message, (await _notebook.ErrorOf(use)).Message);
        await _notebook.DeclareVariablesAsync();
        Assert.Equal(message, (await _notebook.ErrorOf(use)).Message);
        Assert.Equal(4, await _notebook.ValueOf("var sum = 0; own.Gone += () => sum = 4; own.Go(); sum"));
    }

    [Theory]
    [InlineData("Own now = own;")]
    [InlineData("List<Own> all = [own];")]
    [InlineData("void Take(Own a) {} Take(own);")]
    public async Task AValueOfAnEarlierTypeOfTheSameNameIsSaidToBeOne(string mistake)
    {
        await _notebook.ValueOf("record Own(int A); var own = new Own(1);");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf("record Own(string A); var newer = new Own(\"text\");");
        Assert.Equal(Twins, (await _notebook.ErrorOf(mistake)).Hint);
        await _notebook.DeclareVariablesAsync("more");
        Assert.Equal(Twins, (await _notebook.ErrorOf(mistake)).Hint);
    }

    [Theory]
    [InlineData("[Mark(Of = typeof(MarkAttribute))]", "Of.Name", "MarkAttribute")]
    [InlineData("[Mark(Of = typeof(Box<Box<int>>))]", "Of.GenericTypeArguments[0].GenericTypeArguments[0].Name", "Int32")]
    [InlineData("[Mark(Value = Kind.B)]", "Value.ToString()", "B")]
    [InlineData("[Mark(Kinds = new[] { Kind.B, Kind.A })]", "Kinds[0].ToString()", "B")]
    public async Task AnAttributeNamesTypesOfEarlierCells(string attribute, string use, string value)
    {
        await _notebook.ValueOf("class Box<T> { } enum Kind { A, B } class MarkAttribute : Attribute { public Type? Of { get; set; } "
            + "public object? Value { get; set; } public Kind[]? Kinds { get; set; } } var own = 1;");
        await _notebook.DeclareVariablesAsync();
        await _notebook.ValueOf(attribute + " class Marked { } var marked = new Marked();");
        var read = $"typeof(Marked).GetCustomAttributes(false).OfType<MarkAttribute>().Single().{use}";
        Assert.Equal(value, await _notebook.ValueOf(read));
        await _notebook.DeclareVariablesAsync("more");
        Assert.Equal(value, await _notebook.ValueOf(read));
    }

    [Theory]
    [InlineData("class Cache<T> { public static int Count; }", "record Own(int A); Cache<Own>.Count = 3;", "Cache<Own>.Count")]
    [InlineData("class One<T> { public static int Count; }", "class Own : One<Own> { } Own.Count = 3;", "Own.Count")]
    [InlineData("class Cache<T> { public static int Count; }", "class Own { public static void Go() => Cache<Own>.Count = 3; } Own.Go();", "Cache<Own>.Count")]
    [InlineData("class Of<T> { public static int Count; } void Set<T>(T item) => Of<T>.Count = 3;", "record Own(int A); Set(new Own(1));", "Of<Own>.Count")]
    [InlineData("class Of<T> { public static int Count; } void Set<T>(T[] items) => Of<T>.Count = 3;", "class Own { public class Inner { } } Set(new[] { new Own.Inner() });", "Of<Own.Inner>.Count")]
    public async Task WhatAGenericTypeKeepsOfATypeStays(string generic, string declares, string use)
    {
        await _notebook.ValueOf(generic);
        await _notebook.ValueOf(declares);
        for (var i = 0; i < 3; i++)
        {
            await _notebook.DeclareVariablesAsync($"more{i}_");
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(3, await _notebook.ValueOf(use));
    }

    [Theory]
    [InlineData("/// <summary>The one.</summary>\nvar own = 1;")]
    [InlineData("/** <summary>The one.</summary> */\nint own = 1, other = 2;")]
    [InlineData("record Own(int A);\n/// <summary>The one.</summary>\nOwn own = new(1);")]
    public async Task AVariableKeepsItsDocumentation(string declaration)
    {
        await _notebook.ValueOf(declaration);
        await _notebook.DeclareVariablesAsync("more");
        var help = await _notebook.Cells.ExplainAsync("own", 2, Notebook.Test);
        Assert.Contains("The one.", help!.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(Other)(object)own", "Unable to cast object of type 'Own' to type 'Other'.")]
    [InlineData("((dynamic)own).Missing", "'Own' does not contain a definition for 'Missing'")]
    [InlineData("Activator.CreateInstance(typeof(Own), 1)", "Constructor on type 'Own' not found.")]
    [InlineData("(Own)again", "Unable to cast an object of type 'Own' to the newer type of that name. " + Twins)]
    public async Task MessagesOfDotNetCallTypesByTheirNames(string mistake, string message)
    {
        await _notebook.ValueOf("class Own { } class Other { } object own = new Own(); object again = own;");
        await _notebook.ValueOf("class Own { }");
        await _notebook.ValueOf("own = new Own();");
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf(mistake));
        Assert.Equal(message, CellStackTrace.Fault(failed).Message ?? failed.Message);
    }

    [Theory]
    [InlineData("class Own : Exception;", "Exception of type 'Own' was thrown.")]
    [InlineData("class Own : Exception { public override string Message => \"Cell__1.Own\"; }", "Cell__1.Own")]
    [InlineData("class Own : Exception { public override string Message => throw new Exception(); }", null)]
    public async Task AnExceptionOfTheUsersSaysWhatItWants(string declaration, string? message)
    {
        await _notebook.ValueOf(declaration);
        var thrown = (Exception)(await _notebook.ValueOf("new Own()"))!;
        var fault = CellStackTrace.Fault(thrown);
        if (message is not null)
            Assert.Equal(message, fault.Message ?? thrown.Message);
    }

    [Fact]
    public async Task AKnownNameIsNotSuggestedForItself() =>
        Assert.Null((await _notebook.ErrorOf("var own = 1; await own;")).Hint);
}
