using FlowKernel.DuckDb.Store;

namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>A temporary folder with files to import, and the store that they go into.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.At("data");

    public void Dispose() => _folder.Dispose();

    public string At(string path) => _folder.At(path);

    public string File(string path, string text) => _folder.File(path, text);

    public async Task<ImportReport> Import(params string[] paths) => await Import(new ImportOptions(), paths);

    public async Task<ImportReport> Import(ImportOptions options, params string[] paths) =>
        (await FlowImporter.ImportAsync(paths, Data, options, null, TestContext.Current.CancellationToken)).OrThrow();

    /// <summary>Rows as texts, columns joined by a bar; TABLE stands for the table's source.</summary>
    public List<string> Rows(string table, string sql) => StoreQuery.Rows(FlowStore.Open(Data).OrThrow(), table, sql);
}
