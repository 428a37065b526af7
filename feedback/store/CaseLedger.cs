using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace QualityInsight.Feedback.Store;

/// <summary>Reads cases as folds of their events and appends events with their projection, in the caller's transaction.</summary>
internal static class CaseLedger
{
    internal static async Task<(Case Case, List<RecordedEvent> Events)> LoadAsync(OperationsDb db, string caseNo, CancellationToken cancel)
    {
        var rows = await db.Events.AsNoTracking().Where(e => e.CaseNo == caseNo).OrderBy(e => e.Seq).ToListAsync(cancel);
        var events = rows.ConvertAll(Recorded);
        return (Case.Replay(caseNo, events), events);
    }

    internal static RecordedEvent Recorded(CaseEventRow row) => new(
        row.Position, row.CaseNo, row.Seq, row.At, row.RecordedUtc, row.ActorId, row.ActorRole, row.FromState, row.ToState,
        EventCodec.Read(row.EventType, row.Data));

    /// <summary>Rows of the events, folded one by one so that each carries its states; positions are still to be given.</summary>
    internal static (Case After, List<CaseEventRow> Rows) Prepare(
        Case before, IReadOnlyList<CaseEvent> events, string actorId, Role role, DateTime at, DateTime recordedUtc)
    {
        var rows = new List<CaseEventRow>(events.Count);
        var state = before;
        foreach (var e in events)
        {
            var next = state.Apply(e, at, actorId);
            rows.Add(new()
            {
                CaseNo = before.CaseNo,
                Seq = next.Seq,
                EventType = e.TypeName,
                At = at,
                RecordedUtc = recordedUtc,
                ActorId = actorId,
                ActorRole = role,
                FromState = state.State,
                ToState = next.State!.Value,
                DueAt = (e as DeadlineSet)?.DueAt,
                OrgCode = next.OrgCode,
                Data = EventCodec.Write(e),
            });
            state = next;
        }
        return (state, rows);
    }

    /// <summary>
    /// Gives the rows their places in the one order of events and adds them. The counter's row is locked until commit, so
    /// positions become visible in order and without gaps on either engine.
    /// </summary>
    internal static async Task AppendAsync(OperationsDb db, IReadOnlyList<CaseEventRow> rows, CancellationToken cancel)
    {
        var n = rows.Count;
        var last = (await db.Database.SqlQuery<long>($"UPDATE event_position SET last = last + {n} RETURNING last AS \"Value\"")
            .ToListAsync(cancel))[0];
        for (var i = 0; i < n; i++)
            rows[i].Position = last - n + 1 + i;
        db.Events.AddRange(rows);
    }

    /// <summary>A new case with its line, to be followed by its events.</summary>
    internal static void Open(OperationsDb db, Case @case, string matterNo, DateTime createdUtc)
    {
        db.Cases.Add(new()
        {
            CaseNo = @case.CaseNo,
            ReviewSource = MatterKey.Of(@case.Kind, @case.Review!.Source),
            ReviewNo = matterNo,
            PolicyHash = @case.PolicyHash,
            OpenedAt = @case.OpenedAt,
            CreatedUtc = createdUtc,
        });
        Project(db, @case, isNew: true);
    }

    internal static void Project(OperationsDb db, Case @case, bool isNew)
    {
        db.Projected[@case.CaseNo] = @case;
        var view = Projection.Of(@case);
        var entry = isNew ? db.Views.Add(view) : db.Views.Update(view);
        entry.Property(OperationsDb.SearchText).CurrentValue = Projection.SearchText(view);
        entry.Property(OperationsDb.StaffCode).CurrentValue = @case.Review!.StaffCode;
        if (isNew && @case.Review?.PersonHash is { } hash)
            db.CasePersons.Add(new() { CaseNo = @case.CaseNo, PersonHash = hash });
    }

    /// <summary>Brings the line of a known case in step; only what changed is written, so that most indexes are left alone.</summary>
    internal static async Task ProjectAsync(OperationsDb db, Case @case, CancellationToken cancel)
    {
        if (await db.Views.FirstOrDefaultAsync(v => v.CaseNo == @case.CaseNo, cancel) is not { } known)
        {
            Project(db, @case, isNew: true);
            return;
        }
        db.Projected[@case.CaseNo] = @case;
        var view = Projection.Of(@case);
        var entry = db.Entry(known);
        entry.CurrentValues.SetValues(view);
        entry.Property(OperationsDb.SearchText).CurrentValue = Projection.SearchText(view);
        entry.Property(OperationsDb.StaffCode).CurrentValue = @case.Review!.StaffCode;
    }

    /// <summary>The next numbers of a day, for example <c>HC-20261116-00042</c>.</summary>
    internal static async Task<Queue<string>> NextNumbersAsync(OperationsDb db, DateOnly day, int n, CancellationToken cancel)
    {
        var last = (await db.Database.SqlQuery<long>(
            $"INSERT INTO case_number (day, last) VALUES ({day}, {n}) ON CONFLICT (day) DO UPDATE SET last = case_number.last + {n} RETURNING last AS \"Value\"")
            .ToListAsync(cancel))[0];
        return new(Enumerable.Range(0, n).Select(i => Number(day, last - n + 1 + i)));
    }

    /// <summary>The n-th number of a day.</summary>
    internal static string Number(DateOnly day, long n) => string.Create(CultureInfo.InvariantCulture, $"HC-{day:yyyyMMdd}-{n:D5}");
}
