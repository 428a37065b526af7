using System.Globalization;

namespace QualityInsight.Warehouse;

/// <summary>
/// The one-owner rule: an operating-system lock on <c>owner.lock</c>, which ends with the process that holds it, and
/// <c>owner.json</c> beside it, which says who that is. A stale <c>owner.json</c> of a dead process holds nothing.
/// The warehouse file itself is never opened for this: closing a descriptor of it would drop DuckDB's own lock.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly FileStream held;
    private readonly string description;
    private WarehouseOwner owner;

    private OwnerLock(FileStream held, string description, WarehouseOwner owner)
    {
        (this.held, this.description, this.owner) = (held, description, owner);
        owner.WriteFile(description);
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="WarehouseHeldException">Another process, or this one, has it.</exception>
    public static OwnerLock Take(DataFolder folder, TimeProvider time, string program)
    {
        var held = TryLock(folder) ?? throw Held(folder);
        try
        {
            return new(held, folder.OwnerFile, new(Environment.ProcessId, Environment.MachineName, time.GetUtcNow(), program, null));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Who holds the folder's warehouse now; null where nobody does.</summary>
    public static WarehouseOwner? Current(DataFolder folder)
    {
        if (!File.Exists(folder.LockFile))
            return null;
        using var probe = TryLock(folder);
        return probe is null ? WarehouseOwner.ReadFile(folder.OwnerFile) ?? new(0, "unknown", default, "unknown", null) : null;
    }

    /// <summary>Says where the owner's local API answers.</summary>
    public void Announce(string url)
    {
        owner = owner with { Url = url };
        owner.WriteFile(description);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            File.Delete(description);
        }
        finally
        {
            held.Dispose();
        }
    }

    // A few attempts, because Current() of another process takes the lock for an instant.
    private static FileStream? TryLock(DataFolder folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
            catch (IOException) when (File.Exists(folder.LockFile))
            {
                return null;
            }
        }
    }

    private static WarehouseHeldException Held(DataFolder folder)
    {
        var owner = WarehouseOwner.ReadFile(folder.OwnerFile);
        var who = owner is null
            ? "another process"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{owner.Program} (process {owner.ProcessId} on {owner.Host}) since {owner.Since:yyyy-MM-dd HH:mm:ss} UTC");
        var api = owner?.Url is { } url ? $" Commands that write can go through it at {url}." : "";
        return new($"{folder.WarehouseFile} is held by {who}. To read, open {folder.ServingLink} instead.{api}", owner);
    }
}
