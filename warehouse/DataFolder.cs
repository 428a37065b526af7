namespace QualityInsight.Warehouse;

/// <summary>Where things lie in a data folder.</summary>
/// <param name="Path">The folder, as a full path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The one file of facts. Only its owner opens it.</summary>
    public string WarehouseFile => System.IO.Path.Combine(Path, "warehouse.duckdb");

    /// <summary>Snapshots for readers.</summary>
    public string ServingFolder => System.IO.Path.Combine(Path, "serving");

    /// <summary>The stable name of the latest snapshot (a link).</summary>
    public string ServingLink => System.IO.Path.Combine(ServingFolder, "quality.duckdb");

    /// <summary>Who owns the warehouse.</summary>
    internal string OwnerFile => System.IO.Path.Combine(Path, "owner.json");

    /// <summary>What the owner holds locked.</summary>
    internal string LockFile => System.IO.Path.Combine(Path, "owner.lock");

    /// <summary>What does not fit into memory.</summary>
    internal string TempFolder => System.IO.Path.Combine(Path, "tmp");

    /// <summary>The folder at a path, made if it is not there.</summary>
    /// <exception cref="WarehouseException">It cannot be made or written.</exception>
    public static DataFolder At(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(folder.ServingFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WarehouseException($"The data folder {folder.Path} cannot be used: {e.Message} Name another with --data.", e);
        }

        return folder;
    }
}
