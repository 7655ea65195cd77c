"""Small charts of how runs went: bars of characters for a terminal, and an HTML page that needs nothing else."""

from collections.abc import Sequence
from html import escape

from store.tables import Row

BARS = "▁▂▃▄▅▆▇█"
COLOURS = {"ok": "#2e7d32", "degraded": "#c77700", "failed": "#b3261e", "skipped": "#8a8a8a"}
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
td.number { text-align: right; }
.verdict { color: #fff; border-radius: .3rem; padding: .1rem .4rem; }
figure { display: inline-block; margin: 0 2rem 1rem 0; } figcaption { font-size: .85rem; color: #555; }
@media (prefers-color-scheme: dark) { body { background: #161616; color: #ddd; } th, td { border-color: #444; } }
"""


def bars(numbers: Sequence[float | None]) -> str:
    """Numbers as bars, the largest the highest; a gap where there is none."""
    top = max((number for number in numbers if number), default=0)
    return "".join(
        " " if number is None else BARS[round(number / top * 7) if top else 0] for number in numbers
    )


def share(part: str, whole: str, row: Row) -> float | None:
    """A share of a run, from 0 to 1; None where there was nothing to share."""
    return (row[part] or 0) / row[whole] if row[whole] else None


def svg(rows: Sequence[Row], numbers: Sequence[float | None], top: float) -> str:
    """A bar chart of one number a run, each bar in the colour of the run's verdict, with its value as a tooltip."""
    parts = []
    for position, (row, number) in enumerate(zip(rows, numbers, strict=True)):
        height = 0 if number is None or not top else max(number / top * 60, 1)
        shown = "none" if number is None else f"{number:.0%}" if top == 1 else f"{number:g}"
        colour = COLOURS.get(row["verdict"], "#8a8a8a")
        parts.append(
            f'<rect x="{position * 6}" y="{60 - height:.1f}" width="5" height="{height:.1f}" fill="{colour}">'
            f"<title>{escape(row['started'])}: {shown} ({escape(row['verdict'] or 'running')})</title></rect>"
        )
    width = max(len(rows) * 6, 60)
    return f'<svg width="{width}" height="60" role="img">{"".join(parts)}</svg>'


def page(title: str, body: str) -> str:
    """A whole page; it loads nothing from anywhere."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f"<body><h1>{escape(title)}</h1>{body}</body></html>\n"
    )


def html_table(rows: Sequence[Row]) -> str:
    """Rows as a table; a verdict is coloured."""
    if not rows:
        return "<p>None.</p>"
    head = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    lines = "".join(f"<tr>{''.join(_cell(name, value) for name, value in row.items())}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{lines}</table>"


def figure(caption: str, chart: str) -> str:
    """A chart with what it shows."""
    return f"<figure>{chart}<figcaption>{escape(caption)}</figcaption></figure>"


def _cell(name: str, value: object) -> str:
    text = escape("" if value is None else str(value))
    if name == "verdict" and value:
        return f'<td><span class="verdict" style="background:{COLOURS.get(str(value), "#8a8a8a")}">{text}</span></td>'
    return f'<td class="number">{text}</td>' if isinstance(value, int) else f"<td>{text}</td>"
