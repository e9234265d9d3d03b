"""What an interrupted run left: for every place where a kill may cut a file, the rows that are whole."""

import json
from pathlib import Path

import pytest

from guessmail.lists import Dialect
from guessmail.reports.added import AddedColumns
from guessmail.runs.progress import Tally
from guessmail.runs.resume import whole_csv, whole_json

HEADER = ",".join(("name", "note", *AddedColumns(1).names, "after"))
ROWS = (
    'Jane Doe,"one\ntwo",jane@a.test,0.9,{first},prior,accepts,mx,,x',
    "Jörg Doe,,,,,,no_mail,null_mx,,x",
    "",
    '"Doe, Bob",n,,,,,unknown,timeout,"short_row: ""few"", cells",x',
)
START = 2
"""The place of the added cells."""
_Counts = tuple[int, int, dict[str, int], dict[str, int]]
TALLIES: tuple[_Counts, ...] = (
    (0, 0, {}, {}),
    (1, 1, {"accepts": 1}, {}),
    (2, 1, {"accepts": 1, "no_mail": 1}, {}),
    (2, 1, {"accepts": 1, "no_mail": 1}, {}),
    (3, 1, {"accepts": 1, "no_mail": 1, "unknown": 1}, {"short_row": 1}),
)
"""After each number of rows: rows counted, guessed, verdicts, problems."""


def counted(tally: Tally) -> tuple[int, int, dict[str, int], dict[str, int]]:
    verdicts = {verdict: count for verdict, count in tally.verdicts.items() if verdict}
    return tally.rows, tally.guessed, verdicts, dict(tally.problems)


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
@pytest.mark.parametrize("notes", [(), ("Exported",)], ids=["header first", "notes before"])
def test_csv_cut_anywhere(tmp_path: Path, end: str, mark: str, notes: tuple[str, ...]) -> None:
    records = [*notes, HEADER, *ROWS]
    pieces = [f"{record.replace(chr(10), end)}{end}".encode() for record in records]
    pieces[0] = mark.encode() + pieces[0]
    ends = [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]
    whole, head, part = b"".join(pieces), len(notes) + 1, tmp_path / "out.part"
    for cut in range(len(whole) + 1):
        part.write_bytes(whole[:cut])
        tally = Tally()
        rows, size = whole_csv(part, Dialect(line_end=end), head, START, tally)
        complete = sum(end <= cut for end in ends) - 1
        expected = (complete - head, ends[complete]) if complete > head else (0, 0)
        assert (rows, size) == expected, cut
        assert counted(tally) == TALLIES[max(complete - head, 0)], cut
        assert part.read_bytes() == whole[:cut], "it is only looked at"


def test_csv_of_several_reads(tmp_path: Path) -> None:
    part, count = tmp_path / "out.part", 40_000
    row = ROWS[0].encode() + b"\n"
    whole = HEADER.encode() + b"\n" + row * count
    tally = Tally()
    part.write_bytes(whole + ROWS[1].encode()[:30])
    assert whole_csv(part, Dialect(), 1, START, tally) == (count, len(whole))
    assert (tally.rows, tally.guessed) == (count, count)


def test_csv_cut_far_behind_its_last_line_ending(tmp_path: Path) -> None:
    part = tmp_path / "out.part"
    whole = f"{HEADER}\n{ROWS[1]}\n".encode()
    part.write_bytes(whole + b"x" * 200_000)
    assert whole_csv(part, Dialect(), 1, START, Tally()) == (1, len(whole))
    part.write_bytes(b"x" * 200_000)
    assert whole_csv(part, Dialect(), 1, START, Tally()) == (0, 0)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_csv_with_a_torn_record_of_many_bytes(tmp_path: Path, line_end: str) -> None:
    part = tmp_path / "out.part"
    whole = f"{HEADER}{line_end}{ROWS[1]}{line_end}".encode()
    for more in range((1 << 16) - 3, (1 << 16) + 3):
        part.write_bytes(whole + b"x" * more)
        assert whole_csv(part, Dialect(line_end=line_end), 1, START, Tally()) == (1, len(whole))


def test_csv_is_whole_up_to_its_damage(tmp_path: Path) -> None:
    part, tally = tmp_path / "out.part", Tally()
    good = f"{HEADER}\n".encode() + ROWS[0].encode() + b"\n"
    part.write_bytes(good * 2_000 + b"\xff\xfe\n" + good)
    rows, size = whole_csv(part, Dialect(), 1, START, tally)
    assert part.read_bytes()[:size].count(good) == (rows + 1) // 2
    assert 0 < rows <= 4_000


LINES = [
    {"candidates": [{"address": "jörg@a.test"}, {"address": "x"}], "mx": {"verdict": "accepts"}, "problem": None},
    {"candidates": [], "mx": None, "problem": {"code": "no_name", "message": "There is no name."}},
    {"candidates": [], "mx": {"verdict": "no_mail"}, "problem": None},
]  # fmt: skip
LINE_TALLIES: tuple[_Counts, ...] = (
    (0, 0, {}, {}),
    (1, 1, {"accepts": 1}, {}),
    (2, 1, {"accepts": 1}, {"no_name": 1}),
    (3, 1, {"accepts": 1, "no_mail": 1}, {"no_name": 1}),
)


def test_json_lines_cut_anywhere(tmp_path: Path) -> None:
    pieces = [json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in LINES]
    ends = [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]
    whole, part = b"".join(pieces), tmp_path / "out.part"
    for cut in range(len(whole) + 1):
        part.write_bytes(whole[:cut])
        tally = Tally()
        complete = sum(end <= cut for end in ends) - 1
        assert whole_json(part, tally, is_array=False) == (complete, ends[complete]), cut
        assert counted(tally) == LINE_TALLIES[complete], cut


@pytest.mark.parametrize(
    "damage",
    [b"\0\0\0\n", b"[1]\n", b"{}\n", b'{"candidates": [1]}\n', b"\xff\n", b"\n", b"[" * 100_000 + b"\n"],
    ids=["NUL", "no object", "empty", "no candidate", "no UTF-8", "blank", "nested"],
)
def test_json_lines_are_whole_up_to_their_damage(tmp_path: Path, damage: bytes) -> None:
    good = json.dumps(LINES[0]).encode() + b"\n"
    part, tally = tmp_path / "out.part", Tally()
    part.write_bytes(good + damage + good)
    assert whole_json(part, tally, is_array=False) == (1, len(good))
    assert counted(tally) == LINE_TALLIES[1]
