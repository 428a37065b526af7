using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// The full-text index of the queue. It is written with the lines themselves, in their transaction (<see cref="OperationsDb"/>
/// sees to that), and only where a line's terms changed. It can be made anew from the lines at any time.
/// </summary>
internal static class SearchIndex
{
    // One row of case_search_key where the terms are new or changed, none where they are as they were.
    private const string SqliteKey =
        """
        INSERT INTO case_search_key (case_no, terms_hash) VALUES (@no, @hash)
        ON CONFLICT (case_no) DO UPDATE SET terms_hash = excluded.terms_hash WHERE case_search_key.terms_hash <> excluded.terms_hash
        RETURNING id
        """;

    private const string SqliteTerms = "INSERT OR REPLACE INTO case_search (rowid, terms) VALUES (@id, @terms)";

    private const string PostgresTerms =
        """
        INSERT INTO case_search (case_no, terms) VALUES (@no, @terms::tsvector)
        ON CONFLICT (case_no) DO UPDATE SET terms = excluded.terms WHERE case_search.terms IS DISTINCT FROM excluded.terms
        """;

    /// <summary>Brings the index in step with lines.</summary>
    internal static async Task KeepAsync(OperationsDb db, IReadOnlyCollection<(string CaseNo, string SearchText, bool IsOpen)> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
            return;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            foreach (var (caseNo, text, isOpen) in lines)
                await (db.Database.IsSqlite() ? SqliteAsync(db, caseNo, Terms(text, isOpen), cancel) : PostgresAsync(db, caseNo, Terms(text, isOpen), cancel));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Makes the index anew where this version of the program cuts texts into other terms than the one that made it.</summary>
    internal static async Task EnsureAsync(OperationsStore store, CancellationToken cancel)
    {
        await using (var db = store.Open())
        {
            var made = await db.Database.SqlQuery<int>($"SELECT version AS \"Value\" FROM search_version").ToListAsync(cancel);
            if (made[0] == SearchTerms.Version)
                return;
        }
        await RebuildAsync(store, cancel);
        await store.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE search_version SET version = {SearchTerms.Version}", cancel), cancel);
    }

    /// <summary>Brings the terms of every line in step; returns how many lines there are.</summary>
    internal static async Task<int> RebuildAsync(OperationsStore store, CancellationToken cancel)
    {
        var (done, after) = (0, "");
        while (true)
        {
            List<(string, string, bool)> batch;
            await using (var db = store.Open())
                batch = [.. (await db.Views.AsNoTracking().Where(v => string.Compare(v.CaseNo, after) > 0).OrderBy(v => v.CaseNo).Take(2000)
                    .Select(v => new { v.CaseNo, Text = EF.Property<string>(v, OperationsDb.SearchText), v.IsOpen }).ToListAsync(cancel))
                    .Select(v => (v.CaseNo, v.Text, v.IsOpen))];
            if (batch.Count == 0)
                return done;
            await store.WriteAsync(db => KeepAsync(db, batch, cancel), cancel);
            (done, after) = (done + batch.Count, batch[^1].Item1);
        }
    }

    /// <summary>The terms of a line, in order.</summary>
    internal static List<string> Terms(string searchText, bool isOpen) =>
        [isOpen ? SearchTerms.Open : SearchTerms.Done, .. SearchTerms.Of(SearchTerms.Normal(searchText))];

    /// <summary>Terms as PostgreSQL reads a tsvector with places. Terms are letters and digits: nothing in them needs escaping.</summary>
    internal static string Vector(IReadOnlyList<string> terms) =>
        string.Join(' ', terms.Select((t, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{t}':{i + 1}")));

    /// <summary>What says whether terms changed.</summary>
    internal static long Hash(string terms) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(terms)));

    private static async Task SqliteAsync(OperationsDb db, string caseNo, List<string> terms, CancellationToken cancel)
    {
        var text = string.Join(' ', terms);
        await using var key = Command(db, SqliteKey, ("@no", caseNo), ("@hash", Hash(text)));
        if (await key.ExecuteScalarAsync(cancel) is not long id)
            return;
        await using var put = Command(db, SqliteTerms, ("@id", id), ("@terms", text));
        await put.ExecuteNonQueryAsync(cancel);
    }

    private static async Task PostgresAsync(OperationsDb db, string caseNo, List<string> terms, CancellationToken cancel)
    {
        await using var put = Command(db, PostgresTerms, ("@no", caseNo), ("@terms", Vector(terms)));
        await put.ExecuteNonQueryAsync(cancel);
    }

    private static DbCommand Command(OperationsDb db, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
