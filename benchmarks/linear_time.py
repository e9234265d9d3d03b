"""Measure how the readers' time grows: each one's worst input eightfold, through the installed program, in CPU.

    python benchmarks/linear_time.py [--kilobytes 64] [--limit 20] [CASE]...

The cases are those of tests/test_foreign_files.py. Start-up, measured with an input of one unit, is taken off. Ends with 1 where
eight times the input takes more than `--limit` times as long; what takes under 50 ms is too short to tell, and passes.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from worst_inputs import WORST

PROGRAM = str(Path(sys.executable).with_name("guessmail"))
SHORT = 0.05


def seconds(arguments: Sequence[str], content: bytes) -> float:
    """Return the CPU that a run takes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "FILE").write_bytes(content)
        own = {name: value for name, value in os.environ.items() if not name.startswith("GUESSMAIL_")}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [PROGRAM, *arguments],
            cwd=folder,
            env=own | {"GUESSMAIL_MX": "0", "GUESSMAIL_STORE": f"{folder}/store.db"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", metavar="CASE", help="the beginning of its name")
    parser.add_argument("--kilobytes", type=int, default=64, help="of the smaller input")
    parser.add_argument("--limit", type=float, default=20.0)
    asked = parser.parse_args()
    slow = []
    print(f"{'Case':36} {'Small':>9} {'Eightfold':>9}  Growth")
    for name, (arguments, content) in WORST.items():
        if asked.cases and not name.startswith(tuple(asked.cases)):
            continue
        size = asked.kilobytes << 10
        nothing = seconds(arguments, content(1))
        small, large = (max(seconds(arguments, content(n)) - nothing, SHORT / 5) for n in (size, 8 * size))
        growth = large / small if large > SHORT else 1.0
        print(f"{name:36} {small:7.3f} s {large:7.3f} s  {growth:5.1f}", flush=True)
        if growth > asked.limit:
            slow.append(name)
    if slow:
        sys.exit(f"Worse than linear: {', '.join(slow)}.")


if __name__ == "__main__":
    main()
