"""The manual page says what the commands say."""

import tomllib
from pathlib import Path

from manual import PAGE, manual


def test_the_page_is_up_to_date() -> None:
    """Else run tests/manual.py."""
    assert PAGE.read_text(encoding="utf-8") == manual()


def test_the_wheel_installs_it() -> None:
    project = tomllib.loads((PAGE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {str(Path("docs") / PAGE.name): f"share/man/man1/{PAGE.name}"}
