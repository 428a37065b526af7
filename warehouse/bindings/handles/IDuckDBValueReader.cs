namespace DuckDB.NET.Native;

/// <summary>An argument of a function of ours, as the function reads it.</summary>
public interface IDuckDBValueReader
{
    /// <summary>True for SQL's NULL.</summary>
    bool IsNull();

    /// <summary>The value as <typeparamref name="T" />.</summary>
    T GetValue<T>();
}
