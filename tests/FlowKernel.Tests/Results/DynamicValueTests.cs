using FlowKernel.Results;

namespace FlowKernel.Tests.Results;

public sealed class DynamicValueTests
{
    private readonly DynamicValue _value = new("""{"ip":"10.0.0.1","ports":[22,443],"none":null}""");

    [Fact]
    public void PropertiesAndItemsAreReached()
    {
        Assert.Equal("10.0.0.1", _value["ip"]?.As<string>());
        Assert.Equal(443, _value["ports"]?[-1]?.As<int>());
        Assert.Equal([22, 443], _value["ports"]!.As<int[]>()!);
    }

    [Fact]
    public void WhatIsNotThereIsNull() => Assert.Equal(
        [null, null, null, null, null],
        [_value["none"], _value["other"], _value[0], _value["ports"]?[2], _value["ports"]?["ip"]]);

    [Fact]
    public void ValuesAreEqualByTheirTextAlsoAfterParsing()
    {
        _ = _value.Element;
        Assert.Equal(new DynamicValue(_value.Json), _value);
        Assert.Equal(new DynamicValue(_value.Json).GetHashCode(), _value.GetHashCode());
    }
}
