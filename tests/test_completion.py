"""Completion: the scripts, and what the program answers them with."""

import shutil
import subprocess
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment, run

SHELLS = ("bash", "zsh", "fish")
BASH = shutil.which("bash") or ""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_the_program(shell: str) -> None:
    done = run("completion", shell)
    assert done.returncode == 0
    assert f"_GUESSMAIL_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["guessmail", "gu"], "guess"),
        (["guessmail", "guess", "--min"], "--min-probability"),
        (["guessmail", "guess", "--format", "js"], "jsonl"),
        (["guessmail", "suppress", "im"], "import"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
@pytest.mark.parametrize("shell", SHELLS)
def test_what_the_program_answers(shell: str, words: list[str], offered: str) -> None:
    variables = environment(
        _GUESSMAIL_COMPLETE=f"{shell}_complete",
        COMP_WORDS=" ".join(words if shell != "fish" else words[:-1]),
        COMP_CWORD=words[-1] if shell == "fish" else str(len(words) - 1),
    )
    done = run(env=variables)
    assert offered in done.stdout.replace(",", "\n").replace("\t", "\n").split("\n"), done


@pytest.mark.skipif(not BASH, reason="there is no bash")
def test_a_shell_completes() -> None:
    script = """
        source <(guessmail completion bash)
        COMP_WORDS=(guessmail for) COMP_CWORD=1
        _guessmail_completion guessmail
        echo "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        [BASH, "-c", script],
        capture_output=True, encoding="utf-8", check=True, timeout=HANG,
        env=environment(PATH=f"{Path(PROGRAM).parent}:/usr/bin:/bin"),
    )  # fmt: skip
    assert done.stdout.split() == ["formats", "forget"]
