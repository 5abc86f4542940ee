using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// A pure C# function of a row's values that DuckDB calls for whole vectors, on many threads at once. The function
/// must not throw and must not keep state. A null argument makes the result null, or the empty text.
/// </summary>
internal sealed class NativeFunction
{
    private static readonly ScalarFunctionOptions Pure = new() { IsPureFunction = true, HandlesNulls = true };

    private readonly Action<DuckDBConnection> _register;

    private NativeFunction(string name, Action<DuckDBConnection> register)
    {
        Name = name;
        _register = register;
    }

    /// <summary>The name that SQL calls it by.</summary>
    public string Name { get; }

    /// <summary>A function that gives a text; null becomes the empty text.</summary>
    public static NativeFunction Text<T1>(string name, Func<T1, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, string>(
            name, (r, w, n) => Each(r, w, n, "", i => f(Get<T1>(r[0], i))), Pure, false));

    /// <inheritdoc cref="Text{T1}"/>
    public static NativeFunction Text<T1, T2>(string name, Func<T1, T2, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, T2, string>(
            name, (r, w, n) => Each(r, w, n, "", i => f(Get<T1>(r[0], i), Get<T2>(r[1], i))), Pure));

    /// <inheritdoc cref="Text{T1}"/>
    public static NativeFunction Text<T1, T2, T3>(string name, Func<T1, T2, T3, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, T2, T3, string>(
            name, (r, w, n) => Each(r, w, n, "", i => f(Get<T1>(r[0], i), Get<T2>(r[1], i), Get<T3>(r[2], i))), Pure));

    /// <summary>A function that gives JSON text, or null.</summary>
    public static NativeFunction Json<T1>(string name, Func<T1, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, string>(
            name, (r, w, n) => Each(r, w, n, null, i => f(Get<T1>(r[0], i))), Pure, false));

    /// <inheritdoc cref="Json{T1}"/>
    public static NativeFunction Json<T1, T2>(string name, Func<T1, T2, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, T2, string>(
            name, (r, w, n) => Each(r, w, n, null, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i))), Pure));

    /// <inheritdoc cref="Json{T1}"/>
    public static NativeFunction Json<T1, T2, T3>(string name, Func<T1, T2, T3, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, T2, T3, string>(
            name,
            (r, w, n) => Each(r, w, n, null, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i), Get<T3>(r[2], i))),
            Pure));

    /// <inheritdoc cref="Json{T1}"/>
    public static NativeFunction Json<T1, T2, T3, T4>(string name, Func<T1, T2, T3, T4, string?> f) =>
        new(name, c => c.RegisterScalarFunction<T1, T2, T3, T4, string>(
            name,
            (r, w, n) =>
                Each(r, w, n, null, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i), Get<T3>(r[2], i), Get<T4>(r[3], i))),
            Pure));

    /// <summary>A function of any number of JSON texts or nulls that gives JSON text, or null.</summary>
    public static NativeFunction JsonOfMany(string name, Func<string?[], string?> f) =>
        new(name, c => c.RegisterScalarFunction<string, string>(name, (r, w, n) => EachOfMany(r, w, n, f), Pure, true));

    /// <summary>A function that gives a value, or null.</summary>
    public static NativeFunction Value<T1, TResult>(string name, Func<T1, TResult?> f)
        where TResult : struct =>
        new(name, c => c.RegisterScalarFunction<T1, TResult>(
            name, (r, w, n) => Each(r[0], w, n, f), Pure, false));

    /// <inheritdoc cref="Value{T1, TResult}"/>
    public static NativeFunction Value<T1, T2, TResult>(string name, Func<T1, T2, TResult?> f)
        where TResult : struct =>
        new(name, c => c.RegisterScalarFunction<T1, T2, TResult>(
            name, (r, w, n) => Each(r, w, n, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i))), Pure));

    /// <inheritdoc cref="Value{T1, TResult}"/>
    public static NativeFunction Value<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult?> f)
        where TResult : struct =>
        new(name, c => c.RegisterScalarFunction<T1, T2, T3, TResult>(
            name, (r, w, n) => Each(r, w, n, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i), Get<T3>(r[2], i))), Pure));

    /// <inheritdoc cref="Value{T1, TResult}"/>
    public static NativeFunction Value<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult?> f)
        where TResult : struct =>
        new(name, c => c.RegisterScalarFunction<T1, T2, T3, T4, TResult>(
            name,
            (r, w, n) => Each(r, w, n, i => f(Get<T1>(r[0], i), Get<T2>(r[1], i), Get<T3>(r[2], i), Get<T4>(r[3], i))),
            Pure));

    /// <summary>A function of a text's bytes that gives a whole number, or null: for what is called most.</summary>
    public static NativeFunction OfUtf8(string name, Utf8Reading<long> read) =>
        new(name, c => Utf8Function.Register(c, name, read));

    /// <inheritdoc cref="OfUtf8(string, Utf8Reading{long})"/>
    public static NativeFunction OfUtf8(string name, Utf8Reading<int> read) =>
        new(name, c => Utf8Function.Register(c, name, read));

    /// <summary>Makes the function known to a database.</summary>
    public void Register(DuckDBConnection connection) => _register(connection);

    private static T Get<T>(IDuckDBDataReader reader, ulong row) => reader.GetValue<T>(row);

    private static void Each(
        IReadOnlyList<IDuckDBDataReader> readers,
        IDuckDBDataWriter writer,
        ulong rows,
        string? whenNull,
        Func<ulong, string?> f)
    {
        for (ulong row = 0; row < rows; row++)
        {
            if ((AllValid(readers, row) ? f(row) : null) is { } text)
                writer.WriteValue(text, row);
            else if (whenNull is not null)
                writer.WriteValue(whenNull, row);
            else
                writer.WriteNull(row);
        }
    }

    // Conversions of texts go through here by the million: one call for each value, not three.
    private static void Each<T1, TResult>(
        IDuckDBDataReader reader, IDuckDBDataWriter writer, ulong rows, Func<T1, TResult?> f)
        where TResult : struct
    {
        for (ulong row = 0; row < rows; row++)
        {
            if (reader.IsValid(row) && f(reader.GetValue<T1>(row)) is { } value)
                writer.WriteValue(value, row);
            else
                writer.WriteNull(row);
        }
    }

    private static void Each<TResult>(
        IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows, Func<ulong, TResult?> f)
        where TResult : struct
    {
        for (ulong row = 0; row < rows; row++)
        {
            if (AllValid(readers, row) && f(row) is { } value)
                writer.WriteValue(value, row);
            else
                writer.WriteNull(row);
        }
    }

    private static void EachOfMany(
        IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows, Func<string?[], string?> f)
    {
        for (ulong row = 0; row < rows; row++)
        {
            var texts = new string?[readers.Count];
            for (var i = 0; i < texts.Length; i++)
                texts[i] = readers[i].IsValid(row) ? readers[i].GetValue<string>(row) : null;
            if (f(texts) is { } text)
                writer.WriteValue(text, row);
            else
                writer.WriteNull(row);
        }
    }

    private static bool AllValid(IReadOnlyList<IDuckDBDataReader> readers, ulong row)
    {
        for (var i = 0; i < readers.Count; i++)
        {
            if (!readers[i].IsValid(row))
                return false;
        }

        return true;
    }
}
