"""Catalogue files of users: every fault is named with its line."""

from pathlib import Path

import pytest

from guessmail.errors import UsageError
from guessmail.patterns.catalog import shipped
from guessmail.patterns.catalog_file import load_catalog, read_catalog, read_text

SOUND = """\
source: "mine"
freely: 12
patterns:
  - pattern: "{first}.{last}"
    share: 60
    counted: 12
  - pattern: flast
    share: 20.5
    rule: "our naming rule"
conventions:
  - tag: umlaut=bare
    share: 30
    means: "ü is written u"
"""


def test_a_sound_file() -> None:
    catalog = read_catalog(SOUND, "mine.yaml")
    assert [(entry.text, entry.share) for entry in catalog.patterns] == [
        ("{first}.{last}", 60),
        ("flast", 20.5),
    ]
    assert catalog.conventions[0].note == "ü is written u"
    assert (catalog.freely, catalog.source) == (12, "mine")


def replaced(old: str, new: str) -> str:
    assert SOUND.count(old) == 1
    return SOUND.replace(old, new)


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        pytest.param("", 1, "empty", id="empty"),
        pytest.param("# nothing\n", 1, "empty", id="a comment alone"),
        pytest.param("- a\n- b\n", 1, "Expected a mapping", id="a list"),
        pytest.param("just words\n", 1, "Expected a mapping", id="text"),
        pytest.param(replaced("share: 60", "share: much"), 5, "'share' must be a number", id="no number"),
        pytest.param(replaced("share: 60", "share: 0"), 5, "'share' must be a number", id="zero"),
        pytest.param(replaced("share: 60", "share: -3"), 5, "'share' must be a number", id="negative"),
        pytest.param(replaced("share: 60", "share: 101"), 5, "'share' must be a number", id="over 100"),
        pytest.param(replaced("share: 60", "share: .nan"), 5, "'share' must be a number", id="not a number"),
        pytest.param(
            replaced("share: 60", "share: [1]"), 5, "'share' must be a number", id="list for number"
        ),
        pytest.param(replaced("counted: 12", "counted: few"), 6, "'counted' must be a number", id="counted"),
        pytest.param(replaced("freely: 12", "freely: all"), 2, "'freely' must be a number", id="freely"),
        pytest.param(replaced("    share: 60\n", ""), 4, "lacks 'share'", id="no share"),
        pytest.param(
            replaced("  - pattern: flast\n    share", "  - share"), 7, "lacks 'pattern'", id="no pattern"
        ),
        pytest.param(replaced("flast", "flastt"), 7, "cannot be read from 't'", id="bad pattern"),
        pytest.param(replaced("flast", "[flast]"), 7, "must be a string", id="a list for a pattern"),
        pytest.param(replaced("flast", "'{first}.{last}'"), 7, "already on line 4", id="pattern twice"),
        pytest.param(replaced("flast", "first.last"), 7, "already on line 4", id="twice in another notation"),
        pytest.param(replaced("umlaut=bare", "umlaut"), 11, "The tag 'umlaut' is not valid", id="bad tag"),
        pytest.param(replaced("    rule:", "    role:"), 9, "'role' is unknown", id="unknown key"),
        pytest.param(replaced("freely: 12", "freeley: 12"), 2, "'freeley' is unknown", id="unknown top key"),
        pytest.param(
            replaced("share: 20.5", "share: 20.5\n    share: 3"), 9, "'share' appears twice", id="duplicate"
        ),
        pytest.param(
            replaced("freely: 12", "freely: 12\nfreely: 1"), 3, "'freely' appears twice", id="duplicate top"
        ),
        pytest.param(
            replaced("  - pattern: flast", "  - flast\n  - pattern: flast"), 7, "a mapping", id="no mapping"
        ),
        pytest.param("patterns: none\n", 1, "a list is expected", id="no list"),
        pytest.param(replaced("share: 60", "share: &a 60"), 5, "Anchors and aliases", id="anchor"),
        pytest.param(replaced("share: 60", "share: *a"), 5, "Anchors and aliases", id="alias"),
        pytest.param(replaced('"mine"', '"mine'), 5, "not valid YAML", id="unclosed quote"),
        pytest.param("a: b: c\n", 1, "not valid YAML", id="not YAML"),
        pytest.param("\tpatterns:\n", 1, "not valid YAML", id="a tab"),
        pytest.param("patterns: !!python/object:os.system {}\n", 1, "a list is expected", id="a Python tag"),
        pytest.param("[" * 3000, 1, "nest", id="nested deeply"),
        pytest.param("? [a]\n: 1\n", 1, "A key must be one of", id="a key that is no text"),
        pytest.param("source: [a]\n", 1, "'source' must be a string", id="source is a list"),
        pytest.param("# " + "x" * 1_000_000, 1, "larger than", id="over a megabyte"),
    ],
)
def test_every_fault_is_named_with_its_line(text: str, line: int, fault: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_catalog(text, "mine.yaml")
    first = str(caught.value).splitlines()[0]
    assert first.startswith(f"mine.yaml, line {line}: ")
    assert fault in first


def test_all_faults_are_told_at_once_with_the_file_and_lines() -> None:
    text = replaced("share: 60", "share: much").replace("umlaut=bare", "umlaut")
    with pytest.raises(UsageError) as caught:
        read_catalog(text, "mine.yaml")
    first, second = str(caught.value).splitlines()
    assert first.startswith("mine.yaml, line 5: ")
    assert second.startswith("mine.yaml, line 11: ")


def test_a_file_may_say_little() -> None:
    assert read_catalog("patterns:\n  - {pattern: flast, share: 5}\n", "x").freely is None


def test_a_users_file_is_laid_over(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("\ufeff" + SOUND, encoding="utf-8")
    catalog = load_catalog(str(own))
    assert catalog.patterns["{f}{last}"] == 20.5
    assert catalog.patterns["{first}{last}"] == shipped().patterns["{first}{last}"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(None, "cannot be read: No such file or directory.", id="missing"),
        pytest.param("Müller".encode("cp1252"), "not UTF-8 text", id="cp1252"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, fault: str) -> None:
    path = tmp_path / "own.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=fault):
        read_text(str(path))
