using System.Text;
using FlowKernel.Diagnostics;

namespace FlowKernel.Checking;

/// <summary>A file's text, or why there is none.</summary>
internal sealed record FileText(string Content, Diagnostic? Problem = null)
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<FileText> ReadAsync(FoundPath path, CancellationToken cancellation)
    {
        if (!File.Exists(path.Path))
            return Failed(CheckMistakes.Missing(path.Path));
        if (!CheckablePaths.IsCheckable(path.Path))
            return Failed(CheckMistakes.UnknownKind(path.Path));
        try
        {
            return new FileText(await File.ReadAllTextAsync(path.Path, Strict, cancellation));
        }
        catch (DecoderFallbackException)
        {
            return Failed(CheckMistakes.NotUtf8(path.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(CheckMistakes.Unreadable(path.Path, e.Message));
        }
    }

    private static FileText Failed(Diagnostic problem) => new("", problem);
}
