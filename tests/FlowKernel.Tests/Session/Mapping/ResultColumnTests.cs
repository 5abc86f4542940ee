using FlowKernel.Results;

namespace FlowKernel.Tests.Session.Mapping;

public sealed class ResultColumnTests
{
    [Fact]
    public void ANullIsNullInANullableTypeAndTheDefaultInAnother()
    {
        var result = Results.Of(("n", KqlType.Long, [1L, null]));
        Assert.Equal([1L, null], result.Column<long?>("n"));
        Assert.Equal([1L, 0L], result.Column<long>("n"));
        Assert.Equal([1L, null], result.Select(row => row.Get<long?>("n")));
        Assert.Equal([1L, 0L], result.Select(row => row.Get<long>("n")));
    }
}
