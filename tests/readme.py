"""The sessions in the documents, replayed: `python tests/readme.py` writes what the commands really print, and the picture.

In a block marked `console`, each line after `$ ` is a command for a shell, and what follows is what it prints. `cat FILE`
is the other way round: it makes the file that it shows.
"""

import re
import subprocess
import tempfile
from pathlib import Path

from picture import PICTURE, picture
from program import HANG, PROGRAM, environment

__all__ = ["README", "SESSIONS", "replayed"]

README = Path(__file__).resolve().parent.parent / "README.md"
SESSIONS = (README, *(README.parent / "docs" / name for name in ("companies.md", "lists.md")))
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_DATE = re.compile(r"(?<=guessed it on )\d+ \w+ \d{4}")
_DAY = "24 November 2026"


def replayed(text: str, folder: Path) -> str:
    """Return the document with what its commands print when they are run in a folder."""
    return _BLOCK.sub(lambda found: _replayed_block(found[0], folder), text)


def _replayed_block(block: str, folder: Path) -> str:
    parts = [part for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE) if part]
    return "".join(_replayed_command(part, folder) for part in parts)


def _replayed_command(part: str, folder: Path) -> str:
    head, _, shown = part.partition("\n")
    while head.endswith("\\"):
        more, _, shown = shown.partition("\n")
        head += "\n" + more
    command = head.removeprefix("$ ")
    if command.startswith("cat ") and shown:
        (folder / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
        return part
    folders = {name: str(folder / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME")}
    path = f"{Path(PROGRAM).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec 2>&1; {command}".encode()],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(PATH=path, LC_ALL="C.UTF-8", GUESSMAIL_RECORD="1", **folders),
        timeout=HANG,
        check=False,
    )
    shown = done.stdout.replace(folders["XDG_DATA_HOME"], "~/.local/share")
    return f"{head}\n{_DATE.sub(_DAY, shown)}"


if __name__ == "__main__":
    for document in SESSIONS:
        with tempfile.TemporaryDirectory() as work:
            document.write_text(replayed(document.read_text(encoding="utf-8"), Path(work)), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")
