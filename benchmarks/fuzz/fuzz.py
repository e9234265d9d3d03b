"""Fuzz the readers of what strangers write, by atheris (the extra `fuzz`): no crash, no input over a second.

    python benchmarks/fuzz/fuzz.py [TARGET]... [--seconds 300] [--found FOLDER]

Each target runs in a process of its own, from the inputs in benchmarks/fuzz/corpus. What an input breaks is kept in the folder
of what was found, whose inputs go on from one run to the next, and the command ends with 1.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
TARGETS = sorted(folder.name for folder in CORPUS.iterdir())
LONGEST_INPUT = 4096
SECONDS_AN_INPUT = 1.0
"""Of CPU: how busy the machine is makes no difference."""


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
    failed = [name for name in asked.targets or TARGETS if not _succeeds(name, asked.seconds, asked.found)]
    if failed:
        sys.exit(f"Inputs that break {', '.join(failed)} are in {asked.found}.")


def _succeeds(name: str, seconds: int, found: Path) -> bool:
    """Fuzz one target in a process; print what libFuzzer says in the end, all of it where it found something."""
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
    figures = [line for line in lines if line.startswith(("Done ", "stat::slowest"))]
    print(f"{name}: {'; '.join(figures)}", flush=True)
    return True


def _fuzz(name: str, seconds: int, found: Path) -> None:
    """Fuzz one target by atheris, which ends the process."""
    import atheris

    with atheris.instrument_imports(include=["guessmail"]):
        from targets import run

    for path in sorted((CORPUS / name).iterdir()):  # what is imported late is no fault of the first input
        run(name, path.read_bytes())

    def target(data: bytes) -> None:
        started = time.process_time()
        run(name, data)
        taken = time.process_time() - started
        assert taken < SECONDS_AN_INPUT, f"It took {taken:.1f} s of CPU."

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        "-timeout=60",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        f"-artifact_prefix={found}/{name}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(found / name), str(CORPUS / name)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
