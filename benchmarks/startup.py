"""Measure the start-up: a guess by the prior alone, and one by three known addresses, beside `import click`.

    python benchmarks/startup.py [--runs 31] [--limit 1.4] [--against SRC]

All run in turns, so that a busy machine slows all of them; CPU is compared, by medians. SRC is the `src` folder of another
version, whose guesses run beside. Ends with 1 where a guess by the prior alone is above the limit.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

CLICK = "import click"
PRIOR, SAMPLES = "a guess", "a guess by three known addresses"
KNOWN = ("Bob Jones <bjones@example.com>", "Ann Lee <alee@example.com>", "Max Roe <mroe@example.com>")
PROGRAM = str(Path(sys.executable).with_name("guessmail"))
GUESS = (PROGRAM, "guess", "Jane Doe", "example.com", "--no-mx", "--no-store", "--no-directory")
COMMANDS = {
    CLICK: (sys.executable, "-c", "import click"),
    PRIOR: GUESS,
    SAMPLES: (*GUESS, *(f"--sample={one}" for one in KNOWN)),
}


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the CPU time that a command takes; one that fails ends the benchmark."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=31, help="how often each is run")
    parser.add_argument("--limit", type=float, default=1.4, help="the highest ratio that passes")
    parser.add_argument("--against", metavar="SRC", help="the `src` folder of another version")
    options = parser.parse_args()
    # An installed program has its byte code; a shell that forbids it would have each run compile anew.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    asked = {name: (command, own) for name, command in COMMANDS.items()}
    if options.against:
        other = own | {"PYTHONPATH": options.against}
        asked |= {f"{name}, {options.against}": (COMMANDS[name], other) for name in (PRIOR, SAMPLES)}
    for command, environment in asked.values():
        seconds(command, environment)
    runs = [
        [seconds(command, environment) for command, environment in asked.values()]
        for _ in range(options.runs)
    ]
    medians = dict(zip(asked, map(statistics.median, zip(*runs, strict=True)), strict=True))
    for name, median in medians.items():
        print(f"{name}: {median * 1000:.0f} ms of CPU, {median / medians[CLICK]:.2f}")
    sys.exit(medians[PRIOR] > options.limit * medians[CLICK])


if __name__ == "__main__":
    main()
