using System.Security.Cryptography;
using System.Text;

namespace FlowKernel.Jupyter.Wire;

/// <summary>
/// Signs messages with HMAC-SHA256 over the four JSON frames, as lower-case hex; an empty key means no signatures
/// (jupyter-client documentation, "The Wire Protocol").
/// </summary>
internal sealed class Signature(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public byte[] Of(ReadOnlySpan<byte> frames)
    {
        if (_key.Length == 0)
            return [];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, frames, hash);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash));
    }

    /// <summary>Whether a signature fits, in a time that does not depend on where it differs.</summary>
    public bool Fits(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> frames) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Of(frames));
}
