"""The targets that are fuzzed: what their corpora hold is read without a fault, and no target is left out."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "fuzz"))

from targets import CORPUS, TARGETS, run

INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in INPUTS} == TARGETS.keys()


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_inputs_are_read(path: Path) -> None:
    run(path.parent.name, path.read_bytes())


def test_a_fault_is_none_that_a_target_swallows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS, "names", lambda data: data[0])
    with pytest.raises(IndexError):
        run("names", b"")
