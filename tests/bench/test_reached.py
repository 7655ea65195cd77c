"""The README's table of what was reached is that of the figures that were measured last."""

from tests.bench import reached


def test_the_readme_has_the_table_of_what_is_kept() -> None:
    assert reached.README.read_text("utf-8") == reached.printed(reached.read())


def test_a_row_tells_its_figures_in_thousandths() -> None:
    figures = {name: 0.98549 for row in reached.ROWS for name in row.names} | {
        "cpu most": 1.0449,
        "copies 5": 1.0,
    }
    lines = reached.table(figures).splitlines()
    assert len(lines) == 2 + len(reached.ROWS)
    assert lines[2].endswith("| .985, .985 to the word |")
    assert lines[-2].endswith("| 1.00 / .985 |")
    assert lines[-1].endswith("| .985 to 1.04 |")
