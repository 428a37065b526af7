"""What the notebooks share: ask the serving file, take metrics, draw calmly.

Where the questions go, the first that fits:
  1. the serving file itself, where Python has the ``duckdb`` package        (QI_SERVING, default data/serving/quality.duckdb)
  2. the SQL endpoint of a running desk                                      (QI_URL, with a personal token in QI_TOKEN)
  3. the command ``./qi sql``                                                (QI_COMMAND, default this checkout's; QI_DATA, default data/)
All three read the same snapshot, read-only and without personal data; a notebook gives the same figures by each.
"""
import io
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib import font_manager

ROOT = Path(__file__).resolve().parent.parent
MOST_ROWS = 10_000  # the endpoint gives no more
ACCENT, QUIET, ALARM = "#1f5f7f", "#9dbccb", "#b3261e"

# matplotlib knows a font collection (.ttc) by its first face only, hence the JP names; the glyphs are all there.
_KNOWN = {font.name for font in font_manager.fontManager.ttflist}
_CHINESE = [name for name in ("Noto Sans CJK SC", "Noto Sans SC", "Noto Sans CJK JP", "Source Han Sans SC", "Source Han Sans", "Microsoft YaHei",
                              "PingFang SC", "WenQuanYi Micro Hei") if name in _KNOWN]
if not _CHINESE:
    print("No Chinese font found: labels will show boxes. Debian, Ubuntu: apt-get install fonts-noto-cjk")

plt.rcParams.update({
    "font.sans-serif": [*_CHINESE[:1], "DejaVu Sans"], "axes.unicode_minus": False,
    "axes.spines.top": False, "axes.spines.right": False, "axes.grid": True, "grid.color": "#e4e8ea", "axes.axisbelow": True,
    "axes.titleweight": "bold", "axes.titlelocation": "left", "figure.dpi": 96, "svg.hashsalt": "quality-insight",
})

try:
    import duckdb
except ImportError:
    duckdb = None


def data_folder():
    return Path(os.environ.get("QI_DATA") or ROOT / "data")


def way():
    """Where the questions go: 'file', 'endpoint' or 'command'."""
    if duckdb is not None:
        return "file"
    return "endpoint" if os.environ.get("QI_URL") else "command"


def sql(question, dates=()):
    """One SELECT, as a data frame. ``dates`` names the columns to read as times."""
    if way() == "file":
        path = os.environ.get("QI_SERVING") or data_folder() / "serving" / "quality.duckdb"
        with duckdb.connect(str(path), read_only=True) as connection:
            frame = connection.execute(question).df()
    else:
        text = _endpoint(question) if way() == "endpoint" else _command(question)
        frame = pd.read_csv(io.StringIO(text), dtype={c: str for c in _codes(text)}, keep_default_na=False, na_values=[""])
    if len(frame) >= MOST_ROWS:
        raise RuntimeError(f"{len(frame):,} rows or more: let SQL add them up; a notebook that reads a cut-off answer would be wrong")
    for column in dates:
        frame[column] = pd.to_datetime(frame[column])
    return frame


def metric(name, first, last, by=None):
    """A metric of the layer, first to last day, both in it (qi metric explain NAME says what it is): code, numerator, denominator, value, n."""
    cut = "" if by is None else f", by_dim := '{by}'"
    return sql(f"SELECT * FROM metric_{name}(from_date := DATE '{first}', to_date := DATE '{last}' + 1{cut})")


def weeks(n=12):
    """The last n whole weeks of the data, Monday to Sunday: first day, last day."""
    last = sql("SELECT CAST(date_trunc('week', moment) AS DATE) - 1 AS day FROM as_of", dates=["day"])["day"][0]
    return (last - pd.Timedelta(days=7 * n - 1)).date().isoformat(), last.date().isoformat()


def names(dimension):
    """Codes of a dimension to their names, as a dictionary."""
    frame = sql(f"SELECT code, name FROM dimension_label WHERE dimension = '{dimension}'")
    return dict(zip(frame["code"].astype(str), frame["name"]))


PROBLEMS = {  # service problems, DOMAIN §4.3
    "P01": "超时、效率低 slow", "P02": "材料多、重复 materials", "P03": "告知不清 unclear guidance", "P04": "附加条件 extra conditions",
    "P05": "网办故障 online faults", "P06": "多次跑、多头跑 sent around", "P07": "排队叫号 queueing", "P08": "业务不熟 unskilled",
    "P09": "服务态度 manner", "P10": "收费、廉洁 fees, probity", "P11": "政策或结果 outcome", "P12": "环境设施 premises",
    "P13": "打击报复、泄露 retaliation", "P99": "无效、其他 other",
}


def wilson(part, whole, z=1.959964):
    """Wilson's 95 % interval of a proportion (Wilson 1927); arrays welcome; n = 0 gives not-a-number."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        p, zz = part / whole, z * z
        middle = (p + zz / (2 * whole)) / (1 + zz / whole)
        half = z / (1 + zz / whole) * np.sqrt(p * (1 - p) / whole + zz / (4 * whole * whole))
    return middle - half, middle + half


def same(here, layer, what, tolerance=1e-9):
    """Holds a figure computed in a notebook against the metric layer's; a notebook that disagrees stops."""
    gap = abs(float(here) - float(layer))
    assert gap <= tolerance * max(1.0, abs(float(layer))), f"{what}: the notebook says {here}, the metric layer {layer}"
    print(f"✓ {what}: {float(here):,.6g} = 指标层 metric layer {float(layer):,.6g}")


def _codes(text):
    head = text.split("\n", 1)[0].replace('"', "").strip().split(",")
    return [c for c in head if c == "code" or c.endswith("_code") or c.endswith("_no") or c == "number"]


def _endpoint(question):
    address = os.environ["QI_URL"].rstrip("/") + "/api/v1/sql?" + urllib.parse.urlencode({"q": question, "format": "csv"})
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + os.environ.get("QI_TOKEN", "")})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read().decode("utf-8-sig")
    except urllib.error.HTTPError as refused:
        raise RuntimeError(f"the desk refused the question: {refused.code} {refused.read().decode('utf-8', 'replace')[:500]}") from None


def _command(question):
    run = subprocess.run([os.environ.get("QI_COMMAND") or str(ROOT / "qi"), "sql", question, "--data", str(data_folder()), "--format", "csv", "--rows", str(MOST_ROWS), "--seconds", "120"],
                         capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip())
    return run.stdout.lstrip("\ufeff")
