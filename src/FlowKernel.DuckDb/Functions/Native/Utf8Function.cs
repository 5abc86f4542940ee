using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>What a text's bytes say, or null. It must not throw and must not keep state.</summary>
internal delegate T? Utf8Reading<T>(ReadOnlySpan<byte> text)
    where T : unmanaged;

/// <summary>
/// Functions that read a text where DuckDB has it. As a string of .NET each would be copied first: where the numbers of
/// packed peers are summed, that was a quarter of all work.
/// </summary>
internal static unsafe class Utf8Function
{
    private const int InlineLength = 12;

    /// <summary>Makes a function known that gives a whole number of 64 bits.</summary>
    public static void Register(DuckDBConnection connection, string name, Utf8Reading<long> read) =>
        Register(connection, name, DuckDBType.BigInt, read, &ReadLongs);

    /// <summary>Makes a function known that gives a whole number of 32 bits.</summary>
    public static void Register(DuckDBConnection connection, string name, Utf8Reading<int> read) =>
        Register(connection, name, DuckDBType.Integer, read, &ReadInts);

    private static void Register(
        DuckDBConnection connection, string name, DuckDBType type, Delegate read,
        delegate* unmanaged[Cdecl]<nint, nint, nint, void> each)
    {
        using var text = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
        using var value = NativeMethods.LogicalType.DuckDBCreateLogicalType(type);
        var function = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(function, name);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(function, text);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(function, value);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(function);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(
            function, GCHandle.ToIntPtr(GCHandle.Alloc(read)), &Free);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(function, each);
        var state = NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, function);
        NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref function);
        if (state == DuckDBState.Error)
            throw new InvalidOperationException($"DuckDB does not take the function {name}.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReadLongs(nint info, nint rows, nint result) => Read<long>(info, rows, result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReadInts(nint info, nint rows, nint result) => Read<int>(info, rows, result);

    private static void Read<T>(nint info, nint rows, nint result)
        where T : unmanaged
    {
        var handle = NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info);
        var read = (Utf8Reading<T>)GCHandle.FromIntPtr(handle).Target!;
        var column = DataChunkApi.Column(rows, 0);
        var texts = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(column);
        var validity = NativeMethods.Vectors.DuckDBVectorGetValidity(column);
        var values = (T*)NativeMethods.Vectors.DuckDBVectorGetData(result);
        ulong* valid = null;
        var count = (int)DataChunkApi.Rows(rows);
        for (var i = 0; i < count; i++)
        {
            var isValid = validity is null || (validity[i >> 6] >> (i & 63) & 1) != 0;
            if (isValid && read(Bytes(texts + (i * 16L))) is { } value)
                values[i] = value;
            else
                (valid is null ? valid = Validity(result) : valid)[i >> 6] &= ~(1UL << (i & 63));
        }
    }

    private static ulong* Validity(nint vector)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        return NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    /// <summary>The bytes of DuckDB's string: its length, then they, or, beyond 12, a prefix and where they are.</summary>
    public static ReadOnlySpan<byte> Bytes(byte* text)
    {
        var length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= InlineLength ? text + 4 : *(byte**)(text + 8), length);
    }
}
