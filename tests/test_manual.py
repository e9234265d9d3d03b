"""The manual page and the reference say what the commands say."""

import tomllib
from pathlib import Path

import pytest

from manual import DOCUMENTS

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_it_is_up_to_date(document: Path) -> None:
    """Else run tests/manual.py."""
    assert document.read_text(encoding="utf-8") == DOCUMENTS[document]()


def test_the_wheel_installs_the_manual_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"docs/guessmail.1": "share/man/man1/guessmail.1"}


def test_the_manual_page_is_ascii() -> None:
    """Terminals without UTF-8 have no other signs, and man warns of each."""
    assert next(iter(DOCUMENTS)).read_text(encoding="utf-8").isascii()
