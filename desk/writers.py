"""An export as a file: CSV, JSON a line, Parquet, a spreadsheet. What each needs is imported where it is written."""

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from desk.exports import LISTS, NUMBERS
from desk.files import cell
from desk.snapshot import Row
from store.scratch import scratch

BATCH = 2000  # rows that are in memory at once
CELL, SHEET = 32_767, 1_048_576  # characters of a cell and rows of a sheet that a spreadsheet can hold
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # of the XML in it


class TooMuchError(Exception):
    """There is more than the format can hold; the message says what to do."""


def write_csv(rows: Iterator[Row], names: Sequence[str], out: BinaryIO) -> None:
    """UTF-8 with its signature, as a spreadsheet opens it; lists joined by semicolons; no formula."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(value) for value in row.values()])
    text.flush()
    text.detach()


def write_ndjson(rows: Iterator[Row], names: Sequence[str], out: BinaryIO) -> None:
    """A JSON object a line, in UTF-8."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def write_parquet(rows: Iterator[Row], names: Sequence[str], out: BinaryIO) -> None:
    """Parquet, with a type for each column."""
    import pyarrow
    from pyarrow import parquet

    types = {int: pyarrow.int64(), float: pyarrow.float64()}
    columns = [
        (
            name,
            pyarrow.list_(pyarrow.string())
            if name in LISTS
            else types.get(NUMBERS.get(name, str), pyarrow.string()),
        )
        for name in names
    ]
    schema = pyarrow.schema(columns)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(rows, BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def write_xlsx(rows: Iterator[Row], names: Sequence[str], out: BinaryIO) -> None:
    """A spreadsheet, in which all texts are texts and none a formula. Raises TooMuchError for more than it can hold."""
    from openpyxl import Workbook

    tempfile.tempdir = str(
        scratch()
    )  # openpyxl writes the sheet into TMPDIR first, and can be told no other place
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cuttings")
    sheet.freeze_panes = "A2"
    sheet.append(names)
    for count, row in enumerate(rows, 1):
        if count >= SHEET:
            sheet.close()
            raise TooMuchError(
                f"a spreadsheet holds {SHEET - 1} rows, and there are more: cut it down, or take csv"
            )
        sheet.append([_cell(sheet, value) for value in map(_value, row.values())])
    book.save(out)


def _cell(sheet: Any, value: object) -> Any:
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        made.data_type = "s"  # whatever it begins with
    return made


def _value(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if not isinstance(value, str):
        return value
    text = UNWRITABLE.sub("", value)
    return text if len(text) <= CELL else text[: CELL - 2] + " …"
