"""The shipped catalogue: the file that people edit, and the form of it that the program reads."""

import sys
from pathlib import Path

import pytest

from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import only, overlaid, shipped
from guessmail.patterns.catalog_file import (
    Entry,
    dump_catalog,
    load_catalog,
    read_catalog,
    shipped_file,
)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
from generate_catalog import catalog_module  # noqa: E402

YAML = (ROOT / "patterns.yaml").read_text(encoding="utf-8")


def test_the_generated_form_is_that_of_the_file() -> None:
    """Else run benchmarks/generate_catalog.py."""
    module = ROOT / "src" / "guessmail" / "data" / "catalog.py"
    assert module.read_text(encoding="utf-8") == catalog_module(read_catalog(YAML, "patterns.yaml"))


def test_what_is_printed_is_the_file() -> None:
    assert dump_catalog(shipped_file()) == YAML


def test_what_is_printed_is_read_back() -> None:
    assert read_catalog(dump_catalog(shipped_file()), "printed") == shipped_file()


def test_a_printed_catalogue_laid_over_the_shipped_one_changes_nothing(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(dump_catalog(shipped_file()), encoding="utf-8")
    assert load_catalog(str(own)) == shipped()


@pytest.mark.parametrize("entry", shipped_file().patterns, ids=lambda entry: entry.text)
def test_every_pattern_earns_its_place(entry: Entry) -> None:
    """It was counted, or a rule is cited."""
    assert entry.counted > 0 or entry.note
    assert str(parse_pattern(entry.text)) == entry.text


def test_the_file_says_what_it_was_counted_on() -> None:
    assert "people at" in shipped_file().source
    assert "fitted 20" in shipped_file().source


def test_shares_are_percentages_of_the_people_to_whose_names_a_pattern_applies() -> None:
    file = {entry.text: entry for entry in shipped_file().patterns}
    first_last, first_middle = file["{first}.{last}"], file["{first}.{middle}"]
    people = first_last.counted / first_last.share
    assert first_middle.share < 5
    assert first_middle.counted / first_middle.share < people / 4, "few names have a middle name"
    assert all(0 < entry.share < 100 for entry in file.values())


def test_an_entry_laid_over_replaces_or_adds() -> None:
    catalog = overlaid(shipped(), {"flast": 50.0, "x{first}": 1.0}, {"umlaut=bare": 90.0}, 5.0)
    assert catalog.patterns["{f}{last}"] == 50.0
    assert catalog.patterns["x{first}"] == 1.0
    assert len(catalog.patterns) == len(shipped().patterns) + 1
    assert catalog.conventions["umlaut=bare"] == 90.0
    assert catalog.freely == 5.0


def test_one_pattern_alone_has_all_that_is_not_chosen_freely() -> None:
    catalog = only(shipped(), "flast")
    assert catalog.patterns == {"{f}{last}": 100.0 - shipped().freely}
    assert len(catalog.base()) == 2
