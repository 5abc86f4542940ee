using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class DynamicTests
{
    [Theory]
    [InlineData("{\"a\": 1}", "{\"a\":1}")]
    [InlineData("not json", "\"not json\"")]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("[\"tab\t\"]", "\"[\\\"tab\\t\\\"]\"")]
    public void TextsThatAreNoJsonStayTexts(string text, string? json) =>
        Assert.Equal(json, Calls.Run("parse_json", KqlType.Dynamic, text));

    [Theory]
    [InlineData("array_slice", "[3,4,5]", 2L, -1L)]
    [InlineData("array_slice", "[3,4]", -3L, -2L)]
    [InlineData("array_rotate_left", "[3,4,5,1,2]", 2L)]
    [InlineData("array_rotate_left", "[4,5,1,2,3]", -2L)]
    [InlineData("array_rotate_right", "[4,5,1,2,3]", 2L)]
    [InlineData("array_shift_left", "[3,4,5,-1,-1]", 2L, -1L)]
    [InlineData("array_shift_left", "[-1,-1,1,2,3]", -2L, -1L)]
    [InlineData("array_shift_right", "[3,4,5,null,null]", -2L)]
    [InlineData("array_reverse", "[5,4,3,2,1]")]
    [InlineData("array_split", "[[1,2],[3,4,5]]", 2L)]
    public void ArraysAreReshaped(string function, string result, params object[] arguments) =>
        Assert.Equal(result, Calls.Run(function, KqlType.Dynamic, [Json("[1,2,3,4,5]"), .. arguments]));

    [Fact]
    public void NullsSortLastBothWays()
    {
        var values = Json("[null,\"b\",\"a\",null]");
        Assert.Equal("[\"a\",\"b\",null,null]", Calls.Run("array_sort_asc", KqlType.Dynamic, values));
        Assert.Equal("[\"b\",\"a\",null,null]", Calls.Run("array_sort_desc", KqlType.Dynamic, values));
    }

    [Fact]
    public void FurtherArraysSortWithTheFirst() =>
        Assert.Equal(
            "[[1,2,3],[\"a\",\"b\",\"c\"]]",
            Calls.Run("array_sort_asc", KqlType.Dynamic, Json("[3,1,2]"), Json("[\"c\",\"a\",\"b\"]")));

    [Fact]
    public void TheFirstOfEqualKeysCounts() =>
        Assert.Equal(
            "{\"a\":1,\"b\":2,\"c\":4}",
            Calls.Run("bag_merge", KqlType.Dynamic, Json("{\"a\":1,\"b\":2}"), Json("{\"b\":3,\"c\":4}")));

    [Fact]
    public void PackingKeepsNullsAndTypes() =>
        Assert.Equal(
            "{\"n\":null,\"r\":1.0,\"s\":\"x\"}",
            Calls.Run("bag_pack", KqlType.Dynamic, "n", null, "r", 1.0, "s", "x"));

    [Theory]
    [InlineData("b", "2")]
    [InlineData("absent", null)]
    [InlineData("nothing", null)]
    public void MembersAreFoundByName(string name, string? value)
    {
        var bag = Json("{\"b\":2,\"nothing\":null}");
        Assert.Equal(value, Calls.Run("[]", KqlType.Dynamic, bag, name));
        Assert.Equal(value, Calls.RunOnColumns("[]", KqlType.Dynamic, bag, name));
    }

    [Theory]
    [InlineData(0L, "10")]
    [InlineData(-1L, "30")]
    [InlineData(3L, null)]
    public void ElementsAreFoundByIndexAndFromTheEnd(long index, string? value)
    {
        Assert.Equal(value, Calls.Run("[]", KqlType.Dynamic, Json("[10,20,30]"), index));
        Assert.Equal(value, Calls.RunOnColumns("[]", KqlType.Dynamic, Json("[10,20,30]"), index));
    }

    [Theory]
    [InlineData("[1,2]", "[3]", "[1,2,3]")]
    [InlineData("{\"a\":1}", "[99]", "[99]")]
    public void ConcatSkipsWhatIsNoArray(string left, string right, string result) =>
        Assert.Equal(result, Calls.Run("array_concat", KqlType.Dynamic, Json(left), Json(right)));

    [Fact]
    public void SetsKeepTheFirstOccurrence()
    {
        Assert.Equal("[1,2,4,8]",
            Calls.Run("set_union", KqlType.Dynamic, Json("[1,2,1,4]"), Json("[1,2]"), Json("[8]")));
        Assert.Equal("[1]",
            Calls.Run("set_intersect", KqlType.Dynamic, Json("[1,2,1,4]"), Json("[1,2]"), Json("[8,1]")));
        Assert.Equal("[]", Calls.Run("set_difference", KqlType.Dynamic, Json("[1,2,3]"), Json("[1,2,3]")));
    }

    [Fact]
    public void ValuesInADynamicCompareWithTheirType()
    {
        Assert.Equal(true, Calls.RunOnColumns("in", KqlType.Bool, "b", Json("[\"a\",\"b\"]")));
        Assert.Equal(true, Calls.Run("in~", KqlType.Bool, "B", Json("[\"a\",\"b\"]")));
        Assert.Equal(false, Calls.Run("in", KqlType.Bool, "B", Json("[\"a\",\"b\"]")));
        Assert.Equal(true, Calls.Run("!in", KqlType.Bool, 4L, Json("[1,2]")));
        Assert.Equal(true, Calls.Run("has_any", KqlType.Bool, "a cat", Json("[\"dog\",\"CAT\"]")));
        Assert.Equal(false, Calls.RunOnColumns("has_all", KqlType.Bool, "a cat", Json("[\"dog\",\"CAT\"]")));
    }

    [Fact]
    public void RangesIncludeTheirEnd()
    {
        Assert.Equal("[1,4,7]", Calls.Run("range", KqlType.Dynamic, 1L, 8L, 3L));
        Assert.Equal("[\"01:00:00\",\"02:00:00\"]",
            Calls.Run("range", KqlType.Dynamic, TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void TypesOfDynamicValuesHaveTheirOwnNames()
    {
        Assert.Equal("dictionary", Calls.Run("gettype", KqlType.String, Json("{}")));
        Assert.Equal("double", Calls.Run("gettype", KqlType.String, Json("1.5")));
        Assert.Equal("null", Calls.Run("gettype", KqlType.String, KqlType.Dynamic));
    }

    private static DynamicValue Json(string json) => new(json);
}
