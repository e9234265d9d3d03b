"""The table on a terminal: no address is cut, however narrow it is."""

import pytest

from guessmail.guesser import Guesser, Question
from guessmail.reports.added import level
from guessmail.reports.answers import print_person

GUESS = Guesser().guess(Question("Jane Doe", "some-long-company.example.com"))


def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    print_person(GUESS, color=False)
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120])
def test_no_address_is_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    text = shown(capsys, monkeypatch, width)
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    first_column = max(line.index("Probability") for line in lines if "Probability" in line)
    folded = "".join(line[:first_column].strip() for line in lines)
    for candidate in GUESS.candidates:
        assert candidate.address in folded
    assert "…" not in text


@pytest.mark.parametrize(
    ("width", "headings"),
    [
        (40, ["Address", "Probability"]),
        (60, ["Address", "Probability", "Level"]),
        (120, ["Address", "Probability", "Level", "Pattern", "Basis"]),
    ],
)
def test_what_matters_most_stays(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, headings: list[str]
) -> None:
    assert shown(capsys, monkeypatch, width).splitlines()[0].split() == headings


@pytest.mark.parametrize("width", range(40, 100))
def test_headings_stay_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Also where a heading is wider than its column's cells."""
    monkeypatch.setenv("COLUMNS", str(width))
    short = [candidate._replace(address="j@acme.test", pattern="f") for candidate in GUESS.candidates]
    print_person(GUESS._replace(candidates=tuple(short)), color=False)
    headings = capsys.readouterr().out.splitlines()[0].split()
    assert {*headings} <= {"Address", "Probability", "Level", "Pattern", "Basis"}


@pytest.mark.parametrize(
    ("probability", "word"),
    [(1.0, "high"), (0.7, "high"), (0.69, "medium"), (0.3, "medium"), (0.29, "low"), (0.0, "low")],
)
def test_levels(probability: float, word: str) -> None:
    assert level(probability) == word
