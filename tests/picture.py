"""The picture in README.md: what a terminal shows, drawn by rich. `tests/readme.py` writes it, too."""

import re
import subprocess
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from program import HANG, PROGRAM, environment

__all__ = ["PICTURE", "picture"]

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "guess.svg"
COMMAND = 'guessmail guess "Jane Doe" example.com --no-mx --sample "Bob Jones <bjones@example.com>"'
_WIDTH = 92


def picture() -> str:
    """Return the picture as SVG, which loads no font and nothing else from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["/bin/sh", "-c", f"{COMMAND} --format table --color always"],
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=HANG, check=True,
            env=environment(
                PATH=f"{Path(PROGRAM).parent}:/usr/bin:/bin", COLUMNS=str(_WIDTH), TERM="xterm-256color",
                XDG_DATA_HOME=folder, LC_ALL="C.UTF-8",
            ),
        )  # fmt: skip
    console = Console(record=True, width=_WIDTH, file=StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text(f"$ {COMMAND}\n", style="bold"))
    console.print(Text.from_ansi(done.stdout))
    drawn = console.export_svg(title="guessmail", theme=MONOKAI, unique_id="guessmail")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE).rstrip() + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
