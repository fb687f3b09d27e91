"""Figure: which findings survive other definitions."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.doubt import decided, marked
from analysis.charts.matrix import HEAD_SIZE, WIDEST_ROW, Cell, Group, draw_matrix
from analysis.charts.sheet import nothing
from analysis.charts.style import style
from analysis.charts.text import wrapped

SCENARIOS = {
    "as reported": "كما في التقرير",
    "without any one article": "بحذف أي مقال",
    "without the strongest entry": "بحذف أقوى مدخل",
    "words in place of sentences": "الكلمات بدل الجمل",
    "without wire copy": "بحذف نصوص الوكالات",
    "own words only": "كلام الوسيلة وحده",
}
VERDICTS = {"holds": ("يثبت", 1.0), "weakens": ("يضعف", 0.5), "breaks": ("ينقلب", 0.15), "cannot be tested": ("—", 0.0)}
TITLE = "أي النتائج يثبت إذا قيس بطريقة أخرى"
NOTE = (
    "النتيجة: حصة الإطار في الوسيلة الأولى أكبر منها في الثانية. يضعف: يصغر الفرق. ينقلب: يزول الفرق أو ينعكس. "
    "—: لا يمكن قياسه. كلما ثبتت النتيجة اشتد لون الخانة."
)


def robustness(table: pd.DataFrame) -> Figure:
    """Return a matrix of verdicts: a row per finding under the two outlets that it compares, a column per scenario.

    `table`: one row per finding and scenario with frame, name_ar, more, less, more_name, less_name (the outlets'
    names as shown), scenario and verdict (as in the schema robustness), href (null or an address: the cell
    becomes a link), and maybe doubtful (one value per frame). Outlets and frames stand in the table's order,
    scenarios in that of SCENARIOS. Raises ValueError for a scenario or verdict without an Arabic name.
    """
    for column, known in (("scenario", SCENARIOS), ("verdict", VERDICTS)):
        if unknown := sorted(set(table[column]) - set(known)):
            raise ValueError(f"robustness: no name for the {column} {unknown[0]!r}")
    table = decided(table)
    shown = [scenario for scenario in SCENARIOS if scenario in set(table["scenario"])]
    with style():
        groups = [_group(rows, shown) for _, rows in table.groupby(["more", "less"], sort=False)]
        return draw_matrix(groups, [SCENARIOS[name] for name in shown], TITLE, NOTE) if groups else nothing()


def _group(rows: pd.DataFrame, scenarios: list[str]) -> Group:
    both = (wrapped(rows[name].iloc[0], WIDEST_ROW, HEAD_SIZE, "bold", lines=1) for name in ("more_name", "less_name"))
    findings = rows.groupby("frame", sort=False)
    return Group(" > ".join(both), [_finding(of_frame, scenarios) for _, of_frame in findings])


def _finding(rows: pd.DataFrame, scenarios: list[str]) -> tuple[str, list[Cell | None]]:
    first, cells = rows.iloc[0], {row["scenario"]: _cell(row) for row in rows.to_dict("records")}
    return marked(first["name_ar"], first["doubtful"]), [cells.get(scenario) for scenario in scenarios]


def _cell(row: dict) -> Cell:
    return Cell(*VERDICTS[row["verdict"]], row["href"], row["doubtful"])
