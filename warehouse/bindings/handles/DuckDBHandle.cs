using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A pointer that DuckDB gave out and takes back through the destroying function of its kind; null is invalid.</summary>
public abstract class DuckDBHandle(bool ownsHandle) : SafeHandle(0, ownsHandle)
{
    /// <inheritdoc />
    public override bool IsInvalid => handle == 0;
}
