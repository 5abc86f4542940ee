using FlowKernel.DuckDb.External;
using FlowKernel.Plan;
using FlowKernel.Session;

namespace FlowKernel.Specs.External;

public class DataPlacesTests
{
    [Theory]
    [InlineData("https://h.example/lists", "https://h.example/lists", true)]
    [InlineData("https://h.example/lists", "https://H.example/lists/a.csv?sig=x", true)]
    [InlineData("https://h.example/lists", "https://h.example:443/lists/a.csv", true)]
    [InlineData("https://h.example", "https://h.example/any", true)]
    [InlineData("https://h.example/lists", "https://h.example/lists2/a.csv", false)]
    [InlineData("https://h.example/lists", "https://h.example/Lists/a.csv", false)]
    [InlineData("https://h.example/lists/", "https://h.example/lists/../a.csv", false)]
    [InlineData("https://h.example/lists", "https://h.example/lists/%2e%2e/a.csv", false)]
    [InlineData("https://h.example/lists", "https://h.example/lists/..%2fa.csv", false)]
    [InlineData("https://h.example/lists", "https://h.example/lists/%252e%252e%255ca.csv", false)]
    [InlineData("https://h.example", "http://h.example/a.csv", false)]
    [InlineData("https://h.example", "https://h.example:8443/a.csv", false)]
    [InlineData("https://h.example", "https://h.example.evil.example/a.csv", false)]
    [InlineData("https://h.example", "https://h.example@evil.example/a.csv", false)]
    [InlineData("https://h.example", "https://evil.example\\@h.example/a.csv", false)]
    public void AnAddressLiesInAPlaceByItsHostAndWholeStepsOfItsPath(string place, string address, bool isAllowed)
    {
        var places = DataPlaces.Parse([place]).OrThrow();
        var file = new ExternalFile(address, ExternalFormat.Csv, ExternalCompression.None, default);

        Assert.Equal(isAllowed, places.Find(file).Succeeded);
    }

    [Theory]
    [InlineData("ftp://h.example")]
    [InlineData("https://h.example/a?sig=secret")]
    [InlineData("/no/such/folder")]
    [InlineData("")]
    public void WhatIsNoPlaceIsRefusedWithoutItsSecrets(string place)
    {
        var error = Assert.Single(DataPlaces.Parse([place]).Diagnostics);

        Assert.Equal("FK0515", error.Code);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEnvironmentListsPlacesAndThoseThatAreGoneDoNotCount()
    {
        var places = DataPlaces.OfVariable("/no/such/folder; https://h.example/lists");
        var file = new ExternalFile("https://h.example/lists/a.csv", ExternalFormat.Csv, ExternalCompression.None, default);

        Assert.True(places.Find(file).Succeeded);
    }

    [Theory]
    [InlineData("https://u:p@h.example/a.csv?sig=s#f", false, "https://h.example/a.csv")]
    [InlineData("https://h.example/a.csv;key", false, "https://h.example/a.csv")]
    [InlineData("https://h.example/a.csv", true, "https://h.example/***")]
    [InlineData("/home/me/a.csv", false, "/home/me/a.csv")]
    [InlineData("/home/me/a.csv", true, "***")]
    public void AnAddressIsShownWithoutSecrets(string address, bool isHidden, string shown) =>
        Assert.Equal(shown, ExternalAddress.Shown(address, isHidden));

    [Theory]
    [InlineData("externaldata(a:string) [h@\"https://h/a?x=1\"]", "externaldata(a:string) [h@\"***************\"]")]
    [InlineData("print 'https://h/a?sv=1&sig=abc&x=2'", "print 'https://h/a?sv=1&sig=***&x=2'")]
    [InlineData("print 'https://h/a.csv;key'", "print 'https://h/a.csv;***'")]
    [InlineData("print 'https://u:pw@h/a.csv', 'https://h:8080/u@x'", "print 'https://u:**@h/a.csv', 'https://h:8080/u@x'")]
    [InlineData("let d = dynamic([\"https://h/a?sv=1\\u0026sig=abc\"]);", "let d = dynamic([\"https://h/a?sv=1\\u0026sig=***\"]);")]
    [InlineData("print 'sig=abc;x', growth('yes')", "print 'sig=abc;x', growth('yes')")]
    public void SecretsOfAQueryAreHiddenInTheirPlace(string kql, string shown)
    {
        var hidden = SecretTexts.Hide(kql);

        Assert.Equal(shown, hidden);
        Assert.Equal(kql.Length, hidden.Length);
    }
}
