"""Fuzz the readers of what strangers write, by atheris (the extra `fuzz`): no crash, no input over a second.

    python benchmarks/fuzz/fuzz.py [TARGET]... [--seconds 300] [--found FOLDER]

Each target runs in a process of its own, as many at once as there are processors, for so many seconds of CPU, from the inputs in benchmarks/fuzz/corpus. What an input breaks is kept in the folder
of what was found, whose inputs go on from one run to the next, and the command ends with 1.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
TARGETS = sorted(folder.name for folder in CORPUS.iterdir())
LONGEST_INPUT = 4096
SECONDS_AN_INPUT = 1.0
"""Of CPU, as all seconds here: how busy the machine is makes no difference."""
FIGURES = "Fuzzed: "
"""What the line begins with that says how far a target came."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=300, help="for each target")
    parser.add_argument("--found", type=Path, default=Path("build/fuzz"), help="where inputs are kept")
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    unknown = {*asked.targets} - {*TARGETS}
    if unknown:
        parser.error(f"There is no target {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}.")
    if asked.in_this_process:
        _fuzz(asked.targets[0], asked.seconds, asked.found)
        return
    targets = asked.targets or TARGETS
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        succeeded = list(pool.map(lambda name: _succeeds(name, asked.seconds, asked.found), targets))
    failed = [name for name, is_sound in zip(targets, succeeded, strict=True) if not is_sound]
    if failed:
        sys.exit(f"Inputs that break {', '.join(failed)} are in {asked.found}.")


def _succeeds(name: str, seconds: int, found: Path) -> bool:
    """Fuzz one target in a process; print how far it came, and all that libFuzzer says where it found something."""
    (found / name).mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        __file__,
        name,
        "--seconds",
        str(seconds),
        "--found",
        str(found),
        "--in-this-process",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    if done.returncode:
        print(f"{name}: broken\n" + "\n".join(lines[-40:]))
        return False
    figures = [line.removeprefix(FIGURES) for line in lines if line.startswith(FIGURES)]
    print(f"{name}: {'; '.join(figures)}", flush=True)
    return True


def _fuzz(name: str, seconds: int, found: Path) -> None:
    """Fuzz one target by atheris, and end the process when the time is used up: libFuzzer itself knows none of CPU."""
    import atheris

    with atheris.instrument_imports(include=["guessmail"]):
        from targets import run

    for path in sorted((CORPUS / name).iterdir()):  # what is imported late is no fault of the first input
        run(name, path.read_bytes())

    began, runs, slowest = time.process_time(), 0, 0.0

    def target(data: bytes) -> None:
        nonlocal runs, slowest
        started = time.process_time()
        run(name, data)
        ended = time.process_time()
        assert ended - started < SECONDS_AN_INPUT, f"It took {ended - started:.1f} s of CPU."
        runs, slowest = runs + 1, max(slowest, ended - started)
        if ended - began > seconds:
            print(f"{FIGURES}{runs} inputs in {ended - began:.0f} s, the slowest {slowest:.2f} s", flush=True)
            os._exit(0)

    options = [
        f"-max_len={LONGEST_INPUT}",
        "-timeout=60",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={found}/{name}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(found / name), str(CORPUS / name)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
