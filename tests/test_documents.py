"""What documents tell readers to type: the recipes of the cookbook, and the library's examples, are run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment

DOCS = Path(__file__).resolve().parent.parent / "docs"
FILES = {
    "contacts.csv": "First Name,Last Name,Company,Website\nJane,Doe,Acme Inc,acme.com\nBob,Roe,Zyxelfrob Inc,\n",
    "domains.csv": "company,domain\nZyxelfrob Inc,zyxelfrob.com\n",
    "new.csv": "name,domain\nJane Doe,acme.com\n",
    "people.csv": "name,domain,email\nJane Doe,acme.com,\nAnn Lee,acme.com,ann.lee@acme.com\nBob Jones,acme.com,bob.jones@acme.com\n"
    "Kim Poe,b.example,\n,acme.com,\n",
    "bounces.mbox": "From MAILER Mon May  4 09:00:00 2026\nSubject: x\nX-Failed-Recipients: kim.poe@b.example\n\nThe mailbox does not exist.\n",
    "report.csv": "email,status\njane.doe@acme.com,delivered\n",
    "unsubscribed.csv": "email\nmax.moe@acme.com\n",
}  # fmt: skip
_BLOCK = r"^```{}\n(.*?)^```$"


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.findall(_BLOCK.format(language), text, re.DOTALL | re.MULTILINE)


def typed(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", script],
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", cwd=folder, timeout=HANG, check=False,
        env=environment(
            PATH=f"{Path(PROGRAM).parent}:/usr/bin:/bin", XDG_DATA_HOME=str(folder / "data"), GUESSMAIL_NO_MX="1",
            XDG_CACHE_HOME=str(folder / "cache"), GUESSMAIL_RECORD="1", LC_ALL="C.UTF-8",
        ),
    )  # fmt: skip


def folder_with(folder: Path, **others: str) -> Path:
    for name, text in (FILES | others).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


RECIPES = dict(
    re.findall(
        r"^## ([^\n]*)\n(.*?)(?=^## |\Z)", (DOCS / "cookbook.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_the_recipes_of_the_cookbook(recipe: str, tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    scripts = re.findall(_BLOCK.format("sh"), recipe, re.DOTALL | re.MULTILINE)
    assert scripts
    for script in scripts:
        for command in [script] if "\nset -u" in script else script.splitlines():
            done = typed(folder, command)
            assert done.returncode in {0, 4}, (command, done)
            assert "Traceback" not in done.stderr
            assert "Usage:" not in done.stderr


@pytest.mark.parametrize(
    ("given", "status", "rows"),
    [(FILES["new.csv"], 0, 1), ("name,domain\n", 0, 0), ("", 0, 0), ("name,domain\n,acme.com\n", 0, 1)],
    ids=["new rows", "a header alone", "nothing", "a row with a problem"],
)
def test_the_nightly_job(tmp_path: Path, given: str, status: int, rows: int) -> None:
    folder = folder_with(tmp_path, **{"new.csv": given})
    (job,) = [script for script in blocks("cookbook.md", "sh") if "#!/bin/sh" in script]
    for _ in ("the first night", "the second night"):
        done = typed(folder, job)
        assert done.returncode == status, done
        lines = (folder / "guessed.csv").read_text().splitlines()
        assert len(lines) == 1 + rows
        assert "guess_email" in lines[0]
        assert ("some rows have a problem" in done.stderr) is (
            ",acme.com" in given and not given.count("Jane")
        )


def test_the_recipe_for_sure_rows_has_only_sure_rows(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (recipe,) = [script for script in blocks("cookbook.md", "sh") if "sure.csv" in script]
    assert typed(folder, recipe).returncode == 0
    header, *rows = (folder / "sure.csv").read_text().splitlines()
    assert header.startswith("name,domain,email,guess_email")
    assert {row.split(",")[0] for row in rows} == {"Jane Doe", "Ann Lee", "Bob Jones"}


@pytest.mark.parametrize("number", range(len(blocks("library.md", "python"))))
def test_the_librarys_examples(number: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", blocks("library.md", "python")[number]],
        capture_output=True, encoding="utf-8", env=environment(), timeout=HANG, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "@example.com" in done.stdout


def test_the_picture_and_the_example_below_it_show_one_command() -> None:
    from picture import COMMAND

    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert f"\n$ {COMMAND}\n" in readme
