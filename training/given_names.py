"""The given names that pronouns are told by, from the counts of nomquamgender: see NOTICE.

`python -m training.given_names name_data.json` takes the file `name_data.json` out of that package (MIT licence), where
each name has the number of its sources, of people counted, and the share of women among them.
"""

import gzip
import json
import re
import sys
from pathlib import Path

from stories.quotes.languages.given_names import FILE

NAME = re.compile(r"[a-z][a-z'-]+")
SOURCES, COUNTED = 3, 3  # at least; what is rarer is mostly a slip of the pen
TELLING = 10  # people counted, from whom on a name tells a gender
SHARE = 0.85  # of one gender, from which a name tells it
COMMON = 50_000  # people counted, from whom on a name tells a person where it stands alone


def chosen(counts: dict[str, list[float]]) -> list[list[str]]:
    """The names of men, of women, of both, and the common ones among them."""
    lines: list[list[str]] = [[], [], [], []]
    for name, (sources, counted, women, *_) in sorted(counts.items()):
        if NAME.fullmatch(name) and sources >= SOURCES and counted >= COUNTED:
            told = counted >= TELLING
            lines[0 if told and women <= 1 - SHARE else 1 if told and women >= SHARE else 2].append(name)
            if counted >= COMMON:
                lines[3].append(name)
    return lines


def main(path: str) -> None:
    """Write the list that the reader loads."""
    lines = chosen(json.loads(Path(path).read_text(encoding="utf-8")))
    text = "".join(" ".join(line) + "\n" for line in lines)
    Path(str(FILE)).write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{FILE}: " + ", ".join(str(len(line)) for line in lines))


if __name__ == "__main__":
    main(sys.argv[1])
