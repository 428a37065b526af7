namespace QualityInsight.Feedback;

/// <summary>The open cases of one unit (or of none yet), and how many of its cases have ended. Immutable; what is counted of it is counted once, when first asked.</summary>
/// <param name="orgCode">The unit.</param>
/// <param name="open">In the queue's usual order.</param>
/// <param name="ended">How many have ended.</param>
internal sealed class BoardUnit(string? orgCode, CaseView[] open, int ended)
{
    private static readonly Comparer<CaseView> Usual = Comparer<CaseView>.Create(QueueOrder.Of(QueueSort.DueAt, descending: false));

    private Tally? _tally;

    /// <summary>A unit from its cases in any order.</summary>
    internal static BoardUnit Of(string? orgCode, IEnumerable<CaseView> open, int ended) => new(orgCode, [.. open.Order(Usual)], ended);

    /// <summary>This unit without some cases and with others.</summary>
    internal BoardUnit With(HashSet<string> gone, IEnumerable<CaseView> come, int nowEnded)
    {
        var rows = new List<CaseView>(open.Length + 4);
        foreach (var row in open)
            if (!gone.Contains(row.CaseNo))
                rows.Add(row);
        foreach (var row in come)
        {
            var at = rows.BinarySearch(row, Usual);
            rows.Insert(at < 0 ? ~at : at, row);
        }
        return new(orgCode, [.. rows], nowEnded);
    }

    internal string? OrgCode => orgCode;

    internal CaseView[] Open => open;

    internal int Ended => ended;

    /// <summary>How many cases of the unit each standing view holds for a viewer; the same as looking at every case.</summary>
    internal void Count(Viewer x, int[] counts)
    {
        var t = _tally ??= new(open);
        counts[(int)QueueView.Open] += open.Length;
        counts[(int)QueueView.Mine] += t.ByHandler.GetValueOrDefault(x.Me);
        counts[(int)QueueView.MyUnit] += x.Org is not null && x.Org == orgCode ? open.Length : 0;
        counts[(int)QueueView.Unassigned] += t.ToScreen + (x.Leads && x.Org == orgCode ? t.WithoutHandler : 0);
        counts[(int)QueueView.DueToday] += Before(t.Due, x.Tomorrow) - Before(t.Due, x.Now);
        counts[(int)QueueView.Overdue] += Before(t.DueFirmly, x.Now);
        counts[(int)QueueView.WaitingForApproval] += Waiting(t, x);
        counts[(int)QueueView.Appeals] += t.Appeals;
        counts[(int)QueueView.Provisional] += t.Provisional;
        counts[(int)QueueView.Supervised] += t.Supervised;
        counts[(int)QueueView.Done] += ended;
        counts[(int)QueueView.All] += open.Length + ended;
    }

    private int Waiting(Tally t, Viewer x)
    {
        var outside = x.Org is null || x.Org != orgCode;
        return (x.Clerk && outside ? t.Waiting[(int)Approval.Return] + t.Waiting[(int)Approval.Feedback] : 0)
            + (x.Leads && x.Org == orgCode ? t.Waiting[(int)Approval.Extension] + t.Waiting[(int)Approval.Appeal] : 0)
            + (x.Reviewer && outside ? t.Waiting[(int)Approval.AppealDecision] : 0);
    }

    /// <summary>How many of sorted moments lie before one.</summary>
    private static int Before(DateTime[] sorted, DateTime moment)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < moment)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private sealed class Tally
    {
        public Tally(CaseView[] open)
        {
            var (due, firmly) = (new List<DateTime>(open.Length), new List<DateTime>(open.Length));
            foreach (var v in open)
            {
                if (v.HandlerId is { } handler)
                    ByHandler[handler] = ByHandler.GetValueOrDefault(handler) + 1;
                var toScreen = v.State is CaseState.Registered or CaseState.Screening or CaseState.Reopened;
                ToScreen += toScreen ? 1 : 0;
                WithoutHandler += !toScreen && v.HandlerId is null ? 1 : 0;
                Appeals += v.State is CaseState.Appeal or CaseState.AppealReview ? 1 : 0;
                Provisional += v.IsProvisional ? 1 : 0;
                Supervised += v.Supervised ? 1 : 0;
                if (v.WaitingFor is { } approval)
                    Waiting[(int)approval]++;
                if (v.DueAt is { } at && v.DueStep != DeadlineStep.Rereview)
                {
                    due.Add(at);
                    if (!v.IsProvisional)
                        firmly.Add(at);
                }
            }
            due.Sort();
            firmly.Sort();
            (Due, DueFirmly) = ([.. due], [.. firmly]);
        }

        public Dictionary<string, int> ByHandler { get; } = new(StringComparer.Ordinal);
        public int ToScreen { get; }
        public int WithoutHandler { get; }
        public int Appeals { get; }
        public int Provisional { get; }
        public int Supervised { get; }
        public int[] Waiting { get; } = new int[Enum.GetValues<Approval>().Length];
        public DateTime[] Due { get; }
        public DateTime[] DueFirmly { get; }
    }
}
