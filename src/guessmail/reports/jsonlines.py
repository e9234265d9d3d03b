"""JSON: an object for each row or person, on lines or in an array. The keys are frozen: scripts read them."""

import json
from collections.abc import Iterable, Sequence

from guessmail.domains.company_types import CompanyMatch
from guessmail.errors import Problem
from guessmail.guesser import Guess
from guessmail.mx.verdict import MailVerdict
from guessmail.tables.records import Block
from guessmail.tables.table import Table, TableKind
from guessmail.text import is_text


class JsonRows:
    """Turns rows and what was answered to them into JSON objects, each on one line; blank lines have none."""

    def __init__(self, table: Table, first: int = 1) -> None:
        self._is_json = table.kind is TableKind.JSONL
        self._keys = _unique(table.header)
        self._number = first - 1

    def rows(self, block: Block, answers: Iterable[dict[str, object] | None]) -> list[str]:
        """Return an object for each row of a block, with what was answered to it."""
        objects = []
        for row, text, answer in zip(block.rows, block.texts, answers, strict=True):
            if answer:
                self._number += 1
                given = text if self._is_json else dump(self._input(row))
                objects.append(f'{{"row": {self._number}, "input": {given}, {dump(answer)[1:]}')
        return objects

    def _input(self, row: Sequence[str]) -> dict[str, object]:
        fields: dict[str, object] = dict(zip(self._keys, row, strict=False))
        if len(row) > len(self._keys):
            fields[""] = row[len(self._keys) :]
        return fields


def array_part(objects: Iterable[str], count: int) -> str:
    """Return objects as the next part of a JSON array that has `count` before them, each on a line of its own."""
    return "".join(f"{',' if at else '['}\n{one}" for at, one in enumerate(objects, count))


def array_end(count: int) -> str:
    """Return the end of a JSON array that has `count` objects."""
    return "\n]\n" if count else "[]\n"


def guess_fields(guess: Guess) -> dict[str, object]:
    """Return what a guess says, under its keys, without `row` and `input`."""
    organisation = guess.organisation
    return {
        "name": guess.name,
        "domain": guess.domain,
        "company": _company_fields(guess.company),
        "candidates": [
            {
                "address": candidate.address,
                "probability": round(candidate.probability, 4),
                "pattern": candidate.pattern,
                "basis": candidate.basis,
            }
            for candidate in guess.candidates
        ],
        "samples": guess.samples,
        "observed": guess.observed,
        "country": (organisation.country.upper() or None) if organisation else None,
        "kind": organisation.kind if organisation else None,
        "mx": verdict_fields(guess.mx) if guess.mx else None,
        "problem": problem_fields(guess.problem),
    } | ({} if guess.rate is None else {"rate": round(guess.rate, 4)})


def _company_fields(company: CompanyMatch | None) -> dict[str, object] | None:
    return company._replace(probability=round(company.probability, 4))._asdict() if company else None


def verdict_fields(mx: MailVerdict) -> dict[str, object]:
    """Return a verdict under its keys; `provider` is null where it is not known."""
    return {
        "verdict": mx.verdict,
        "reason": mx.reason,
        "provider": mx.provider or None,
        "hosts": list(mx.hosts),
    }


def problem_fields(problem: Problem | None) -> dict[str, str] | None:
    """Return a problem under its keys."""
    return {"code": problem.code, "message": problem.message} if problem else None


def dump(value: object) -> str:
    """Return a value as JSON in UTF-8; with a lone surrogate, which has no UTF-8 but may be escaped, in ASCII."""
    text = json.dumps(value, ensure_ascii=False)
    return text if is_text(text) else json.dumps(value)


def _unique(header: Sequence[str]) -> list[str]:
    """Return the header with a number after each name that stood before, so that no cell is lost."""
    keys: dict[str, None] = {}
    last: dict[str, int] = {}
    for name in header:
        key = name
        while key in keys:
            last[name] = last.get(name, 1) + 1
            key = f"{name} ({last[name]})"
        keys[key] = None
    return list(keys)
