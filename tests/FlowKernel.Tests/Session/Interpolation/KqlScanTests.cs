using FlowKernel.Session;

namespace FlowKernel.Tests.Session.Interpolation;

public sealed class KqlScanTests
{
    [Theory]
    [InlineData("T | where ", KqlPlace.Code)]
    [InlineData("T | where a == \"", KqlPlace.String)]
    [InlineData("T | where a == \"x\\\"", KqlPlace.String)]
    [InlineData("T | where a == \"x\\\\\"", KqlPlace.Code)]
    [InlineData("T | where a == 'it \"", KqlPlace.String)]
    [InlineData("T | where a == @'c:\\'", KqlPlace.Code)]
    [InlineData("T | where a == @'it''s", KqlPlace.String)]
    [InlineData("T | where a == h\"x", KqlPlace.String)]
    [InlineData("T | where a == ```\n\"\n", KqlPlace.String)]
    [InlineData("T | where a == ```\n\"\n```", KqlPlace.Code)]
    [InlineData("T // it's", KqlPlace.Comment)]
    [InlineData("T // it's\n", KqlPlace.Code)]
    [InlineData("T | where a == 'open\n", KqlPlace.Code)]
    [InlineData("T | where a == '\\", KqlPlace.String)]
    [InlineData("", KqlPlace.Code)]
    public void ThePlaceAfterATextIsTold(string kql, KqlPlace place) => Assert.Equal(place, KqlScan.PlaceAfter(kql));

    [Fact]
    public void WordsLeaveStringsAndCommentsOut() => Assert.Equal(
        ["T", "where", "SrcIp", "ip_1", "take", "5"],
        KqlScan.Words("T | where SrcIp==ip_1//no\n| take 5 'x' \"y\" @'z'"));
}
