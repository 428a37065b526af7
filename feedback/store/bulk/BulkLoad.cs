using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace QualityInsight.Feedback.Store;

/// <summary>
/// Fills a fresh store with whole cases as fast as the engine takes them: no fsync, no foreign keys checked on the way. A
/// store that was being filled when the machine stopped is to be thrown away. For benchmarks and demonstrations, not for work.
/// </summary>
public sealed class BulkLoad : IAsyncDisposable
{
    private readonly IBulkEngine _engine;
    private readonly IBulkTable _cases, _events, _views, _search;
    private readonly IBulkTable? _keys;
    private readonly Dictionary<DateOnly, int> _numbers = [];
    private readonly IModel _model;
    private long _position;
    private long _searchId;

    private BulkLoad(IBulkEngine engine, IModel model)
    {
        (_engine, _model) = (engine, model);
        _cases = Table(typeof(CaseRow));
        _events = Table(typeof(CaseEventRow));
        _views = Table(typeof(CaseView), OperationsDb.SearchText);
        _keys = engine.IsSqlite ? engine.Table("case_search_key", ["id", "case_no", "terms_hash"]) : null;
        _search = engine.IsSqlite ? engine.Table("case_search", ["rowid", "terms"]) : engine.Table("case_search", ["case_no", "terms"]);
    }

    /// <summary>Begins. The store has been migrated, holds no case, and nobody else uses it.</summary>
    public static async Task<BulkLoad> BeginAsync(OperationsStore store, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        if (await db.Cases.AnyAsync(cancel))
            throw new InvalidOperationException("Only a store without cases can be filled in bulk.");
        var connection = db.Database.GetConnectionString()!;
        if (store.IsSqlite)
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        return new(store.IsSqlite ? new SqliteBulk(connection) : new PostgresBulk(connection), db.Model);
    }

    /// <summary>Events added so far.</summary>
    public long Events => _position;

    /// <summary>The next number of a day.</summary>
    public string NextNumber(DateOnly day)
    {
        var n = _numbers[day] = _numbers.GetValueOrDefault(day) + 1;
        return CaseLedger.Number(day, n);
    }

    /// <summary>Adds a case with its events (in order; they get their positions here) and its line.</summary>
    public void Add(CaseRow row, IReadOnlyList<CaseEventRow> events, CaseView view)
    {
        _cases.Add(row);
        foreach (var e in events)
        {
            e.Position = ++_position;
            _events.Add(e);
        }
        var text = Projection.SearchText(view);
        _views.Add(view, text);
        var terms = SearchIndex.Terms(text, view.IsOpen);
        if (_keys is null)
        {
            _search.AddRow([view.CaseNo, SearchIndex.Vector(terms)]);
            return;
        }
        var joined = string.Join(' ', terms);
        _keys.AddRow([++_searchId, view.CaseNo, SearchIndex.Hash(joined)]);
        _search.AddRow([_searchId, joined]);
    }

    /// <summary>Makes what was added durable and lets the engine look at its tables.</summary>
    public async Task EndAsync(CancellationToken cancel = default)
    {
        foreach (var (day, last) in _numbers)
            _engine.Run("INSERT INTO case_number (day, last) VALUES (@a, @b)", day, (long)last);
        _engine.Run("UPDATE event_position SET last = @a", _position);
        await _engine.EndAsync(cancel);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private IBulkTable Table(Type type, string? shadow = null)
    {
        var entity = _model.FindEntityType(type)!;
        var columns = entity.GetProperties().Where(p => p.PropertyInfo is not null).Select(p => new BulkColumn(p)).ToArray();
        var names = columns.Select(c => c.Name).ToList();
        if (shadow is not null)
            names.Add(entity.FindProperty(shadow)!.GetColumnName());
        return new EntityTable(columns, _engine.Table(entity.GetTableName()!, names));
    }

    private sealed class EntityTable(BulkColumn[] columns, IBulkTable rows) : IBulkTable
    {
        public void Add(object entity, params ReadOnlySpan<object?> more) => rows.AddRow([.. columns.Select(c => c.Of(entity)), .. more]);

        public void AddRow(object?[] values) => rows.AddRow(values);
    }
}
