using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Tests.Session;

public sealed class CsvExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csv").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ATableBecomesAFileOfExactValues()
    {
        var path = Path.Combine(_folder, "flows.csv");
        File.WriteAllText(path, "an older and longer file of the same name");
        KqlTable.FromRows([new("Name", KqlType.String), new("Bytes", KqlType.Long)], [["a,b", 12345678901L], ["é", null]])
            .SaveCsv(path);
        Assert.Equal("Name,Bytes\n\"a,b\",12345678901\né,\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}
