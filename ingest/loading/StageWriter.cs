using QualityInsight.Warehouse;

namespace QualityInsight.Ingest;

/// <summary>Writes chunks into the staging tables. Used by one thread, within the load's transaction.</summary>
internal sealed class StageWriter : IDisposable
{
    private readonly ColumnWriter[] _stages;
    private readonly StageLayout[] _layouts;
    private readonly ColumnWriter _refused;

    internal StageWriter(WarehouseSession session, IReadOnlyList<StageSql> sql, IReadOnlyList<StageLayout> layouts)
    {
        foreach (var one in sql) session.Execute(one.CreateStage());
        session.Execute(Sql.Load(typeof(StageWriter), "create_refused.sql"));
        _layouts = [.. layouts];
        _stages = [.. sql.Select(s => session.Append(s.Stage))];
        _refused = session.Append("refused");
    }

    internal void Write(RowChunk chunk)
    {
        var writer = _stages[chunk.Output];
        var columns = _layouts[chunk.Output].Columns;
        for (var row = 0; row < chunk.Count; row++)
        {
            writer.Set(0, chunk.Lines[row]);
            for (var c = 0; c < columns.Count; c++)
                Put(writer, c + 1, columns[c].SqlType, chunk.Columns[c], row);
            writer.EndRow();
        }

        foreach (var bad in chunk.Refused)
        {
            _refused.Set(0, chunk.Output);
            _refused.Set(1, bad.Line);
            _refused.Set(2, bad.Column);
            _refused.Set(3, bad.Value);
            _refused.Set(4, bad.Reason);
            _refused.Set(5, bad.Detail);
            _refused.Set(6, bad.Raw);
            _refused.EndRow();
        }
    }

    internal void Complete()
    {
        foreach (var writer in _stages) writer.Complete();
        _refused.Complete();
    }

    public void Dispose()
    {
        foreach (var writer in _stages) writer.Dispose();
        _refused.Dispose();
    }

    private static void Put(ColumnWriter writer, int at, string type, ChunkColumn column, int row)
    {
        if (type == "TEXT")
        {
            writer.Set(at, column.Texts[row]);
            return;
        }

        if (!column.Has[row])
        {
            writer.SetNull(at);
            return;
        }

        var bits = column.Bits[row];
        switch (type)
        {
            case "INTEGER":
                writer.Set(at, bits);
                break;
            case "DOUBLE":
                writer.Set(at, (double?)BitConverter.Int64BitsToDouble(bits));
                break;
            case "BOOLEAN":
                writer.Set(at, (bool?)(bits != 0));
                break;
            case "DATE":
                writer.Set(at, (DateOnly?)DateOnly.FromDayNumber((int)(bits + 719_162)));
                break;
            case "TIME":
                writer.Set(at, (TimeOnly?)new TimeOnly(bits * 10));
                break;
            default:
                writer.Set(at, (DateTime?)DateTime.UnixEpoch.AddTicks(bits * 10));
                break;
        }
    }
}
