using System.IO.Compression;
using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Kql;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Specs.External;

public sealed class ExternalDataTests : IAsyncDisposable
{
    private static readonly KqlLanguage Language = new();
    private readonly LocalServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-test-").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task WithoutPermissionNothingIsReadAndTheErrorPointsAtTheAddress()
    {
        _server.Give("/a.csv", "x"u8.ToArray());
        var kql = $"externaldata(a:string) ['{_server.Root}/a.csv']";

        var error = Assert.Single((await RunAsync(kql)).Diagnostics);

        Assert.Equal(
            ("FK0510", $"Queries may not read '{_server.Root}/a.csv': it lies in no place that was allowed."),
            (error.Code, error.Message));
        Assert.Equal($"'{_server.Root}/a.csv'", kql.Substring(error.Span.Start, error.Span.Length));
        Assert.Contains("--allow-data", error.Hint!, StringComparison.Ordinal);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task AFileOfAnAllowedServerIsReadWithItsSignature()
    {
        _server.Give("/lists/a.csv?sv=1&sig=secret", "a,1\nb,2\n"u8.ToArray());

        var table = (await RunAsync(
            $"externaldata(s:string, n:long) [h'{_server.Root}/lists/a.csv?sv=1&sig=secret']", _server.Root + "/lists"))
            .OrThrow().Table;

        Assert.Equal([("a", 1L), ("b", 2L)], Enumerable.Range(0, 2).Select(i => (table[i, 0], table[i, 1])));
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".zip")]
    public async Task PackedFilesAreUnpacked(string ending)
    {
        _server.Give("/a.csv" + ending, Packed(ending, "a,1\nb,2\n"));

        var table = (await RunAsync($"externaldata(s:string, n:long) ['{_server.Root}/a.csv{ending}']", _server.Root))
            .OrThrow().Table;

        Assert.Equal(2, table.RowCount);
        Assert.Equal(2L, table[1, 1]);
    }

    [Fact]
    public async Task APackedFileThatUnpacksWithoutEndStopsAtTheLimit()
    {
        await using (var file = File.Create(Path.Combine(_folder, "big.txt.gz")))
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            var line = new byte[1 << 20];
            Array.Fill(line, (byte)'x');
            for (var i = 0; i < 101; i++)
                await gzip.WriteAsync(line, Test);
        }

        var error = Assert.Single((await RunAsync(Read(Path.Combine(_folder, "big.txt.gz")), _folder)).Diagnostics);

        Assert.Equal("FK0513", error.Code);
        Assert.EndsWith("is too large: externaldata reads at most 100 MiB.", error.Message);
    }

    [Fact]
    public async Task ARedirectIsFollowedInsideTheAllowedPlaceOnly()
    {
        _server.Give("/in/b.csv", "b"u8.ToArray());
        _server.Give("/out/b.csv", "b"u8.ToArray());
        _server.Redirect("/in/a.csv", "/in/b.csv");
        _server.Redirect("/in/c.csv", "/out/b.csv?token=secret");
        _server.Redirect("/in/round.csv", "/in/round.csv");

        var followed = await RunAsync(Read($"{_server.Root}/in/a.csv"), _server.Root + "/in");
        var refused = await RunAsync(Read($"{_server.Root}/in/c.csv"), _server.Root + "/in");
        var round = await RunAsync(Read($"{_server.Root}/in/round.csv"), _server.Root + "/in");

        Assert.Equal("b", followed.OrThrow().Table[0, 0]);
        Assert.Equal(
            $"FK0516 '{_server.Root}/in/c.csv' leads on to {_server.Root}, which lies in no place that was allowed.",
            Text(refused));
        Assert.DoesNotContain(_server.Asked, path => path.StartsWith("/out", StringComparison.Ordinal));
        Assert.Equal($"FK0512 '{_server.Root}/in/round.csv' cannot be read: it leads on again and again.", Text(round));
    }

    [Fact]
    public async Task WhatTheServerDoesNotHaveIsSaidWithoutTheSignature()
    {
        var missing = await RunAsync(Read($"{_server.Root}/none.csv?sig=secret"), _server.Root);

        Assert.Equal(
            $"FK0512 '{_server.Root}/none.csv' cannot be read: the server answers 404 (NotFound).", Text(missing));
    }

    [Fact]
    public async Task CancellingEndsAReadThatHangs()
    {
        _server.Hang("/slow.csv");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Test);
        var run = RunAsync(Read($"{_server.Root}/slow.csv"), cancellation.Token, _server.Root);
        while (_server.Asked.Count == 0)
            await Task.Delay(20, Test);
        await Task.Delay(200, Test);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), Test));
    }

    [Fact]
    public async Task ALinkOutOfTheAllowedFolderIsNotFollowed()
    {
        var (inside, outside) = (Path.Combine(_folder, "in"), Path.Combine(_folder, "out"));
        Directory.CreateDirectory(inside);
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "a.txt"), "secret", Test);
        File.CreateSymbolicLink(Path.Combine(inside, "file.txt"), Path.Combine(outside, "a.txt"));
        Directory.CreateSymbolicLink(Path.Combine(inside, "folder"), outside);
        await File.WriteAllTextAsync(Path.Combine(_folder, "in-more.txt"), "secret", Test);

        foreach (var path in new[] { "in/file.txt", "in/folder/a.txt", "in/../out/a.txt", "in-more.txt" })
            Assert.StartsWith("FK0510", Text(await RunAsync(Read(Path.Combine(_folder, path)), inside)));
    }

    [Fact]
    public async Task ALinkToTheAllowedFolderLeadsThere()
    {
        var inside = Path.Combine(_folder, "in");
        Directory.CreateDirectory(inside);
        await File.WriteAllTextAsync(Path.Combine(inside, "a.txt"), "yes", Test);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), inside);

        var table = (await RunAsync(Read(Path.Combine(_folder, "link", "a.txt")), inside)).OrThrow().Table;

        Assert.Equal("yes", table[0, 0]);
    }

    [Fact]
    public async Task ParquetIsReadByTheNamesOfItsColumns()
    {
        var path = Path.Combine(_folder, "p[1].parquet");
        using (var connection = new global::DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:"))
        {
            await connection.OpenAsync(Test);
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                COPY (SELECT 1::BIGINT AS n, 'a' AS s, TIMESTAMP '2024-04-23 10:00:00' AS t, 'NaN'::DOUBLE AS r,
                  [1, 2] AS l, true AS b UNION ALL SELECT NULL, NULL, NULL, 0.5, NULL, NULL) TO '{path}' (FORMAT parquet)
                """;
            await command.ExecuteNonQueryAsync(Test);
        }

        var table = (await RunAsync(
            $"externaldata(n:long, s:string, t:datetime, r:real, l:dynamic, b:bool, none:long) [@'{path}']", _folder))
            .OrThrow().Table;

        Assert.Equal(
            [1L, "a", new DateTime(2024, 4, 23, 10, 0, 0, DateTimeKind.Utc), double.NaN, new DynamicValue("[1,2]"), true, null],
            Enumerable.Range(0, 7).Select(c => table[0, c]));
        Assert.Equal([null, "", null, 0.5, null, null, null], Enumerable.Range(0, 7).Select(c => table[1, c]));
    }

    [Theory]
    [InlineData("a.parquet", "FK0514", "cannot be read as parquet: it is damaged, or no Parquet file.")]
    [InlineData("a.csv.gz", "FK0514", "cannot be read as csv: ")]
    [InlineData("a.csv.zip", "FK0514", "cannot be read as csv: ")]
    [InlineData("a.json", "FK0514", "cannot be read as json: line 1 is no property bag.")]
    [InlineData("a.multijson", "FK0514", "cannot be read as multijson: line 1 is no property bag.")]
    public async Task ADamagedFileIsSaidSo(string name, string code, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, name), "no such thing", Test);

        var error = Assert.Single((await RunAsync(Read(Path.Combine(_folder, name)), _folder)).Diagnostics);

        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static string Read(string address) => $"externaldata(a:string) [@'{address}']";

    private static string Text(Outcome<QueryResult> result)
    {
        var error = Assert.Single(result.Diagnostics);
        return $"{error.Code} {error.Message}";
    }

    private static byte[] Packed(string ending, string text)
    {
        using var packed = new MemoryStream();
        if (ending == ".gz")
        {
            using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
                gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("any.name").Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static Task<Outcome<QueryResult>> RunAsync(string kql, params string[] places) => RunAsync(kql, Test, places);

    private static async Task<Outcome<QueryResult>> RunAsync(
        string kql, CancellationToken cancellation, params string[] places)
    {
        await using var connection = new EmbeddedConnection(
            "test", Language, NoTables.Instance, new KeptTables(), TimeProvider.System,
            new EngineOptions { Places = DataPlaces.Parse(places).OrThrow() });
        var query = await Language.CheckAsync(kql, new QueryScope(connection.Schema, DateTime.UnixEpoch), cancellation);
        return await connection.RunAsync(query.OrThrow(kql), cancellation);
    }
}
