"""Measure the start-up: one guess by the prior alone, as a ratio to an interpreter that does nothing.

    python benchmarks/startup.py [--runs 31] [--limit 6]

Both run in turns, so that a busy machine slows both; the medians are compared. Ends with 1 above the limit.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

NOTHING = (sys.executable, "-c", "pass")
GUESS = (str(Path(sys.executable).with_name("guessmail")), "guess", "Jane Doe", "example.com", "--no-mx")


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return how long a command takes."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - started


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=31, help="how often each is run")
    parser.add_argument("--limit", type=float, default=6.0, help="the highest ratio that passes")
    options = parser.parse_args()
    # An installed program has its byte code; a shell that forbids it would have each run compile anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in (NOTHING, GUESS):
        seconds(command, environment)
    pairs = [(seconds(NOTHING, environment), seconds(GUESS, environment)) for _ in range(options.runs)]
    nothing, guess = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = guess / nothing
    print(f"an interpreter that does nothing: {nothing * 1000:.1f} ms; a guess: {guess * 1000:.1f} ms")
    print(f"ratio: {ratio:.2f} (at most {options.limit:g})")
    sys.exit(ratio > options.limit)


if __name__ == "__main__":
    main()
