using FlowKernel.Results;

namespace FlowKernel.Kql.Tests.Language;

public class RenderTests(KqlFixture kql)
{
    [Fact]
    public async Task EveryPropertyIsRead()
    {
        const string Query = """
            T | render columnchart with (title='Bytes ' "a day", kind=stacked100, legend=hidden, xcolumn=t,
                ycolumns=a, b, series=s, xtitle="x", ytitle="y", xaxis=log, yaxis=linear, ymin=-1.5, ymax=10,
                ysplit=panels, accumulate=true, anomalycolumns=b)
            """;
        var render = (await kql.CheckAsync(Query)).OrThrow().Render!;
        Assert.Equivalent(
            new RenderProperties("columnchart")
            {
                Title = "Bytes a day", Kind = "stacked100", Legend = "hidden", XColumn = "t", YColumns = ["a", "b"],
                Series = ["s"], XTitle = "x", YTitle = "y", XAxis = "log", YAxis = "linear", YMin = -1.5, YMax = 10,
                YSplit = "panels", Accumulate = true, AnomalyColumns = ["b"],
            },
            render,
            strict: true);
    }

    [Fact]
    public async Task PropertiesMayStandWithoutWith()
    {
        var render = (await kql.CheckAsync("T | render barchart kind=stacked title=\"x\"")).OrThrow().Render!;
        Assert.Equal(("barchart", "stacked", "x"), (render.Visualization, render.Kind, render.Title));
    }

    [Fact]
    public async Task NoRenderOperatorNoProperties() =>
        Assert.Null((await kql.CheckAsync("T | take 1")).OrThrow().Render);
}
