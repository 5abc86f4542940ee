using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// The files around a store's Parquet: <c>manifest.json</c>, the list of sources that it names, and the lock that keeps
/// a second writer out. A file appears under its name only when it is whole.
/// </summary>
internal sealed class StoreFiles(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    public string Folder => folder;

    public string ManifestPath => Path.Combine(folder, "manifest.json");

    public string Absolute(string relative) => Path.Combine([folder, .. relative.Split('/')]);

    public StoreManifest? ReadManifest() => Read<StoreManifest>(ManifestPath);

    public IReadOnlyList<StoreSource> ReadSources(StoreManifest manifest) =>
        manifest.Sources == "" ? [] : Read<List<StoreSource>>(Absolute(manifest.Sources)) ?? [];

    public void Write(StoreManifest manifest) => WriteJson(ManifestPath, manifest);

    public void Write(string relative, IReadOnlyList<StoreSource> sources) => WriteJson(Absolute(relative), sources);

    /// <summary>Keeps other writers out until disposed; null when one is at work.</summary>
    public FileStream? TryLock()
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(
                Path.Combine(folder, "store.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes what the manifest does not name: leftovers of a broken import, and replaced parts.</summary>
    public void Sweep(StoreManifest manifest, IEnumerable<string> tables)
    {
        var named = manifest.Parts.Select(p => Absolute(p.Path)).ToHashSet(StringComparer.Ordinal);
        var parts = tables.Select(t => Path.Combine(folder, t)).Where(Directory.Exists)
            .SelectMany(t => Directory.EnumerateFiles(t, "part-*", SearchOption.AllDirectories));
        var lists = Directory.EnumerateFiles(folder, "sources-*.json")
            .Where(f => Path.GetFileName(f) != manifest.Sources);
        foreach (var file in parts.Where(f => !named.Contains(f)).Concat(lists).ToList())
            File.Delete(file);
        foreach (var copy in NativeCopy.FilesIn(folder).Where(f => Path.GetFileName(f) != manifest.Native?.File).ToList())
            DeleteUnlessRead(copy);
        foreach (var scratch in Directory.EnumerateDirectories(folder, ".import-*").ToList())
            Directory.Delete(scratch, recursive: true);
    }

    // Where a reader's file cannot be deleted, a later sweep finds it.
    private static void DeleteUnlessRead(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, Json);
    }

    private static void WriteJson<T>(string path, T value)
    {
        var temporary = path + ".tmp";
        using (var stream = File.Create(temporary))
        {
            JsonSerializer.Serialize(stream, value, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
