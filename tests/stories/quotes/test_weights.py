"""The file of weights: read wherever the package lies, and never left out in silence."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from stories.quotes.tagger import templates
from stories.quotes.tagger.weights import FILE, WeightsError, chosen, load

ROOT = Path(__file__).parent.parent.parent.parent
WHOLE = FILE.read_bytes()
BAD = {
    "empty": b"",
    "text": b"version https://git-lfs.example/spec/v1\n",
    "cut short": WHOLE[: len(WHOLE) // 2],
    "damaged": WHOLE[:5000] + bytes(100) + WHOLE[5100:],
}


@pytest.mark.parametrize("kind", [*BAD, "missing"])
def test_weights_that_cannot_be_read_are_told(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "english.weights"
    if kind in BAD:
        file.write_bytes(BAD[kind])
    with pytest.raises(
        WeightsError, match=r"the weights of English quotes cannot be read: .*english\.weights"
    ):
        load(file)


def test_weights_of_other_templates_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number, a name or a value of a template that changed: the message says what to do."""
    file = tmp_path / "english.weights"
    file.write_bytes(WHOLE)
    for old, new in (
        ("31 word: x", "32 word: x"),
        ("31 word: x", "31 words: x"),
        ("31 word: x", "31 word: a"),
    ):
        names, rows = templates.TEMPLATES["start"]
        assert old in rows
        with monkeypatch.context() as patch:
            patch.setitem(templates.TEMPLATES, "start", (names, rows.replace(f" {old}", f" {new}", 1)))
            load.cache_clear()
            with pytest.raises(WeightsError, match=r"do not fit: .*training\.train"):
                load(file)
    load.cache_clear()


def test_each_template_has_a_number_and_a_name_of_its_own() -> None:
    found = list(templates.templates())
    assert len({(one.decision, one.number) for one in found}) == len(found)
    assert len({(one.decision, one.name) for one in found}) == len(found)


def test_weights_are_chosen_by_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTE_WEIGHTS", "")
    assert chosen() is None
    monkeypatch.setenv("QUOTE_WEIGHTS", str(tmp_path / "none.weights"))
    with pytest.raises(WeightsError, match=r"none\.weights"):
        chosen()
    monkeypatch.delenv("QUOTE_WEIGHTS")
    assert chosen() is load()


def test_weights_are_read_out_of_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "stories.zip", "w") as packed:
        for file in sorted((ROOT / "stories").rglob("*")):
            if file.suffix in (".py", ".weights", ".gz"):
                packed.write(file, file.relative_to(ROOT))
    code = "from stories.quotes import find_quotes; print(len(find_quotes('“It closed,” said Lena Ruiz.', 'en')))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "stories.zip")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "1\n", done.stderr
