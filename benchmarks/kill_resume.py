"""Kill a run and resume it: `python benchmarks/kill_resume.py [ROWS] [--kills N] [--seed N] [--program CMD]`.

Each of the kills (SIGKILL) comes at a moment chosen by the seed: a share of the time that an
uninterrupted run takes, or, for every fifth, right when the last row is written and before the file has
its name. After `--resume` the result must be byte-equal to that of an uninterrupted run. Prints how many
were; the status is 1 if not all.
"""

import argparse
import random
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lists import write
from make_list import make_rows

_PROGRAM = str(Path(sys.executable).with_name("guessmail"))


def kill_when(command: Sequence[str], is_time: Callable[[], bool]) -> bool:
    """Start a command and kill it when it is time; return whether it was still running."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            if is_time():
                process.kill()
                break
    return process.returncode == -9


def _is_late(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _is_written(part: Path, size: int) -> Callable[[], bool]:
    return lambda: _size(part) == size


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=200_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=_PROGRAM)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    equal = killed = 0
    with tempfile.TemporaryDirectory() as folder:
        people = write(
            Path(folder, "list.csv"), ["name", "domain"], make_rows(options.rows, options.rows // 6, seed=1)
        )
        output = Path(folder, "out.csv")
        part = Path(folder, "out.csv.part")
        guess = [*shlex.split(options.program), "guess", "--no-mx", "--no-store", "-q", "-i", str(people)]
        command = [*guess, "-o", str(output)]
        started = time.monotonic()
        subprocess.run(command, check=False)
        seconds = time.monotonic() - started
        whole = output.read_bytes()
        for number in range(options.kills):
            output.unlink(missing_ok=True)
            late = seconds * dice.uniform(0, 0.9)
            is_time = _is_written(part, len(whole)) if number % 5 == 4 else _is_late(late)
            was_running = kill_when(command, is_time)
            killed += was_running
            left = _size(part)
            subprocess.run([*command, "--resume"], check=False)
            same = output.read_bytes() == whole and not part.exists()
            equal += same
            state = "killed" if was_running else "had ended"
            result = "equal" if same else "DIFFERENT"
            print(f"{number + 1:3}  {state} with {left:,} of {len(whole):,} bytes: {result}")
    print(f"{equal} of {options.kills} byte-equal; {killed} were killed while they ran.")
    return 0 if equal == options.kills else 1


if __name__ == "__main__":
    sys.exit(_main())
