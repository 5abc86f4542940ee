using FlowKernel.Specs.Generated.Generating;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs.Generated;

/// <summary>Whatever is typed, right or wrong, gives a result or diagnostics that point into it.</summary>
public class AnyQueryTests
{
    private const int TextsPerSeed = 40;

    private static readonly string[] Corpus = [.. SpecFile.All().Select(spec => spec.Kql)];

    public static IEnumerable<TheoryDataRow<int>> Seeds => SeedRange.Rows("1-20");

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ADamagedQueryGivesAResultOrDiagnosticsThatPointIntoIt(int seed)
    {
        var damage = new TextDamage(new Random(seed));
        var queries = new QueryGenerator(seed);
        for (var i = 0; i < TextsPerSeed; i++)
        {
            var whole = i % 4 == 0 ? queries.Query().Text : damage.Pick(Corpus);
            await HoldsAsync(damage.Of(whole, Corpus));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\0")]
    [InlineData("'")]
    [InlineData("print '\ud83d\ude00\0\n'")]
    [InlineData("datatable(['a\"b']: long) [1] | project ['a\"b']")]
    [InlineData("print [\"x'y\"] = \"it's; drop table t; --\"")]
    [InlineData("print x = '\ud800'")]
    [InlineData("😀 | where 😀")]
    [InlineData("let let = let; let")]
    public Task AnOddTextDoesTheSame(string text) => HoldsAsync(text);

    private static async Task HoldsAsync(string text)
    {
        var result = await RunAsync(text);
        Assert.True(result.Succeeded || result.Diagnostics.Any(d => d.IsError), text);
        foreach (var diagnostic in result.Diagnostics)
        {
            Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, $"{diagnostic}\n{text}");
            Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message), text);
            // The engine took the SQL for wrong: our fault, whatever the text.
            Assert.True(diagnostic.Code != "FK0143", $"{diagnostic}\n{text}");
        }
    }

    private static async Task<Diagnostics.Outcome<Results.QueryResult>> RunAsync(string text)
    {
        try
        {
            return await SpecEngine.RunAsync(text, TestContext.Current.CancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{error.GetType().Name} for\n{text}", error);
        }
    }
}
