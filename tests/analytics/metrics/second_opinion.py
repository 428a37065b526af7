# A second opinion on the main metrics: pandas over the raw files, sharing no code, profile or SQL with the program.
# usage: second_opinion.py DATA_FOLDER   (prints metric@data set and its value, one a line)
# Needs Debian's python3-pandas. Definitions follow the words of docs/metrics.md and of the data sets' own descriptions.
import sys
from pathlib import Path

import pandas as pd

data = Path(sys.argv[1])


def say(name, value):
    print(f"{name}\t{value:.12g}")


def seconds(clock):
    return pd.to_timedelta(clock).dt.total_seconds()


# Every call of a bank's call centre: served AGENT, left the queue HANG, void PHANTOM; q_time is the wait, 0 where nobody queued.
calls = pd.read_csv(data / "callcenter_feb1999" / "feb1999.csv", dtype=str).rename(columns=str.strip)
calls["q_time"] = calls["q_time"].astype(float)
served = calls[calls["outcome"] == "AGENT"]
lost = calls[calls["outcome"] == "HANG"]
say("visits@callcenter", len(served) + len(lost))
say("visits_served@callcenter", len(served))
say("wait_mean@callcenter", served["q_time"].mean())
say("wait_median@callcenter", served["q_time"].quantile(0.5))
say("wait_p90@callcenter", served["q_time"].quantile(0.9))
say("wait_over_15_share@callcenter", (served["q_time"] > 900).mean())
say("no_show_rate@callcenter", len(lost) / (len(served) + len(lost)))
say("answer_rate@callcenter", len(served) / (len(served) + len(lost)))
say("call_15s_share@callcenter", (served["q_time"] <= 15).sum() / (len(served) + len(lost)))
say("handle_mean@callcenter", served["ser_time"].astype(float).mean())

# A city's service requests with due and close dates; a close before the creation is no close.
form = "%m/%d/%Y %I:%M:%S %p"
requests = pd.read_csv(data / "baltimore311" / "dev.csv", dtype=str)
created, due, closed = (pd.to_datetime(requests[c], format=form, errors="coerce") for c in ("CreatedDate", "DueDate", "CloseDate"))
both = closed.notna() & due.notna() & ~(closed < created)
say("late_count@baltimore", (both & (closed > due)).sum())
say("on_time_rate@baltimore", (closed[both] <= due[both]).mean())
say("early_rate@baltimore", (closed[both].dt.normalize() < due[both].dt.normalize()).mean())

# Permit applications: each event row carries the case's real and planned end; offsets mixed, so compared in UTC.
events = pd.read_csv(data / "eventlogs" / "dev_wabo.csv", dtype=str)
cases = events.groupby("case:concept:name").last()
end, plan = (cases[c].map(lambda text: pd.Timestamp(text).tz_convert("UTC"), na_action="ignore") for c in ("case:enddate", "case:enddate_planned"))
known = end.notna() & plan.notna()
say("late_count@wabo", (end[known] > plan[known]).sum())
say("on_time_rate@wabo", (end[known] <= plan[known]).mean())

# Messages to government with the reply and both times.
replies = pd.read_csv(data / "teddyC" / "dev_replies.csv", dtype=str)
asked, answered = (replies[c].map(pd.Timestamp) for c in ("留言时间", "答复时间"))
days = (answered - asked).dt.total_seconds() / 86400
days = days[days >= 0]
say("reply_days_mean@teddy", days.mean())
say("reply_days_median@teddy", days.quantile(0.5))
say("reply_days_p90@teddy", days.quantile(0.9))
