using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FlowKernel.Kql.Language;

/// <summary>
/// What V8 made of the scripts, kept in a file for later processes, which then compile nothing. The file's name tells the
/// build it is for; V8 itself refuses what another V8 or another processor made.
/// </summary>
internal sealed class CompiledScripts
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private readonly string? _path;
    private readonly Dictionary<string, byte[]> _kept;

    /// <summary>Those kept in a folder; none where it is null, or where they are missing or damaged.</summary>
    public CompiledScripts(string? folder)
    {
        var build = typeof(CompiledScripts).Assembly.ManifestModule.ModuleVersionId;
        _path = folder is null ? null : Path.Combine(folder, $"{OutdatedScripts.Prefix}{build:N}{OutdatedScripts.Suffix}");
        _kept = Read(_path) ?? new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (_kept.Count > 0)
            OutdatedScripts.Clear(_path!);
    }

    /// <summary>Whether there is a place to keep them.</summary>
    public bool CanKeep => _path is not null;

    /// <summary>What was kept of a script, or null; given once, then let go.</summary>
    public byte[]? Take(string script) => _kept.Remove(script, out var bytes) ? bytes : null;

    /// <summary>Keeps them in place of those before; a folder that cannot be written leaves things as they are.</summary>
    public void Keep(IReadOnlyDictionary<string, byte[]> scripts)
    {
        if (_path is null)
            return;
        // Written beside its place and moved there whole: several processes may do it at the same time.
        var part = $"{_path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            Write(part, scripts);
            File.Move(part, _path, overwrite: true);
            OutdatedScripts.Clear(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part))
                File.Delete(part);
        }
    }

    private static void Write(string path, IReadOnlyDictionary<string, byte[]> scripts)
    {
        using var body = new MemoryStream();
        foreach (var (name, bytes) in scripts)
        {
            WritePart(body, Encoding.UTF8.GetBytes(name));
            WritePart(body, bytes);
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        body.WriteTo(file);
    }

    private static void WritePart(MemoryStream body, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        body.Write(length);
        body.Write(bytes);
    }

    // V8 trusts what it is given: the file must be whole, and nobody else's.
    private static Dictionary<string, byte[]>? Read(string? path)
    {
        if (path is null || !File.Exists(path) || !IsOwn(path))
            return null;
        try
        {
            var file = File.ReadAllBytes(path);
            var body = file.AsSpan(Math.Min(file.Length, SHA256.HashSizeInBytes));
            return file.AsSpan(0, file.Length - body.Length).SequenceEqual(SHA256.HashData(body)) ? Parts(body) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsOwn(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & OthersWrite) == 0;

    private static Dictionary<string, byte[]> Parts(ReadOnlySpan<byte> body)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (!body.IsEmpty)
        {
            var name = Encoding.UTF8.GetString(Part(ref body));
            parts[name] = Part(ref body).ToArray();
        }

        return parts;
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> body)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(body);
        var part = body.Slice(sizeof(int), length);
        body = body[(sizeof(int) + length)..];
        return part;
    }
}
