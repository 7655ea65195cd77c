"""The docs say what the code does: printed parts are fresh, and every link leads somewhere."""

import re
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from commands.docs import printed

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def test_what_is_printed_from_the_code_is_fresh() -> None:
    for path, text in printed(ROOT, get_project_settings()).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
