"""Figure: the same words of a speaker as two reports print them."""

from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.apparatus import LOOKS, ROW, WORD_SIZE, Column, Look, columns, draw_line, draw_mark, lines
from analysis.charts.marks import stroke
from analysis.charts.modes import UNNAMED
from analysis.charts.reports import report_heads
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing
from analysis.charts.style import MUTED, RULE, style
from analysis.charts.text import width, wrapped

RELATIONS = {
    "identical": "لا فرق",
    "spelling": "إملاء مختلف",
    "punctuation": "ترقيم مختلف",
    "order": "ترتيب مختلف",
    "insertion": "في الثاني زيادة",
    "deletion": "في الأول زيادة",
    "substitution": "ألفاظ مختلفة",
    "paraphrase": "صياغة أخرى",
    "direct-to-indirect": "بالنص في الأول، بالمعنى في الثاني",
    "indirect-to-direct": "بالمعنى في الأول، بالنص في الثاني",
}
ACROSS = 440  # points that the words take
TITLE_SIZE, HEAD_SIZE, NAME_SIZE = 11, 10, 8.5
WIDEST_NAME = 96
HEAD, LINE, BLOCK = 24, 2 * ROW + 9, 3  # a block's head, a line of both wordings, the room between two blocks
KEY_GAP, KEY_LINE = 18, 28
TITLE = "كلام واحد في تقريرين، كلمة بإزاء كلمة"
NOTE = "السطر الأعلى: التقرير الأول؛ الأسفل: الثاني. الباهت: ما يتفقان عليه."


class Block(NamedTuple):
    """One pair of passages: its row of the table, the names of its reports, and its columns line by line."""

    first: dict
    names: list[str]
    lines: list[list[Column]]

    def down(self) -> float:
        """Return the points that it takes."""
        return HEAD + len(self.lines) * LINE


def variants(table: pd.DataFrame) -> Figure:
    """Return pairs of passages, word over word from right to left, with each difference marked by its kind.

    `table`: one row per word of a pair's alignment with event, variant, relation, speaker ('': nobody is named),
    doc_a, doc_b, outlet_a, outlet_b (names as shown), place (its order), word_a, word_b ('': none here), kind (''
    where they are the same), href (one per variant; null or an address: name and differences become links). Pairs
    stand in the table's order. Raises ValueError for a relation or kind without an Arabic name.
    """
    for column, known in (("relation", RELATIONS), ("kind", {"", *LOOKS})):
        if unknown := sorted(set(table[column]) - set(known)):
            raise ValueError(f"variants: no name for the {column} {unknown[0]!r}")
    table = table.assign(speaker=table["speaker"].fillna(""))
    with style():
        blocks = [_block(rows.sort_values("place")) for _, rows in table.groupby(["event", "variant"], sort=False)]
        occurring = set(table["kind"])
        looks = {look.name: look for kind, look in LOOKS.items() if kind in occurring}
        return _drawn(blocks, [*looks.values()]) if blocks else nothing()


def _block(rows: pd.DataFrame) -> Block:
    records = rows.to_dict("records")
    first = records[0]
    return Block(first, _names(first), lines(columns(records, ACROSS), ACROSS))


def _names(first: dict) -> list[str]:
    """Return the names of both reports, with their ids if one outlet has both."""
    heads = report_heads(pd.Series([first["outlet_a"], first["outlet_b"]], [first["doc_a"], first["doc_b"]]))
    alike = heads[0][0] == heads[1][0]
    return [wrapped(" ".join(head) if alike else head[0], WIDEST_NAME, NAME_SIZE, lines=1) for head in heads]


def _drawn(blocks: list[Block], looks: list[Look]) -> Figure:
    begin = MARGIN + max(width(name, NAME_SIZE) for block in blocks for name in block.names) + 12
    across = begin + ACROSS + MARGIN
    title, note = wrapped(TITLE, across - 2 * MARGIN, TITLE_SIZE, "bold"), note_lines(NOTE, across)
    legend_top = MARGIN + height(title, TITLE_SIZE) + 4
    top = legend_top + (KEY_LINE if looks else 0)
    down = top + sum(block.down() + BLOCK for block in blocks) + height(note, NOTE_SIZE) + MARGIN
    sheet = Sheet(across, down)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    _write_legend(sheet, looks, legend_top)
    for block in blocks:
        _draw_block(sheet, block, begin, top)
        top += block.down() + BLOCK
    sheet.write(note, MARGIN, top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _write_legend(sheet: Sheet, looks: list[Look], top: float) -> None:
    """Write the name of each kind of difference, marked as the words are."""
    right = MARGIN
    for look in looks:
        taken = width(look.name, NAME_SIZE)
        draw_mark(sheet, look, (right, top, taken), True)
        sheet.write(look.name, right, top + (height("", WORD_SIZE) - height("", NAME_SIZE)) / 2, NAME_SIZE)
        right += taken + KEY_GAP


def _draw_block(sheet: Sheet, block: Block, begin: float, top: float) -> None:
    first, href = block.first, block.first["href"]
    stroke(sheet, MARGIN, sheet.across - MARGIN, top, color=RULE, linewidth=0.6)
    room = sheet.across - 2 * MARGIN - width(relation := RELATIONS[first["relation"]], NAME_SIZE) - KEY_GAP
    speaker = wrapped(first["speaker"], room, HEAD_SIZE, "bold", lines=1) or UNNAMED
    sheet.write(speaker, MARGIN, top + 3, HEAD_SIZE, weight="bold", url=link(href))
    after = MARGIN + width(speaker, HEAD_SIZE, "bold") + 8
    sheet.write(relation, after, top + 4.5, NAME_SIZE, color=MUTED)
    top += HEAD
    for line in block.lines:
        for row, name in enumerate(block.names):
            shift = (height("", WORD_SIZE) - height("", NAME_SIZE)) / 2
            sheet.write(name, MARGIN, top + row * ROW + shift, NAME_SIZE, color=MUTED)
        draw_line(sheet, line, begin, top, href)
        top += LINE
