using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QualityInsight.Feedback.Store;

/// <summary>Recognises what the engines say when two writers collide.</summary>
internal static class Conflicts
{
    private const int SqliteConstraint = 19;

    internal static bool IsUnique(DbUpdateException e) => e.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
