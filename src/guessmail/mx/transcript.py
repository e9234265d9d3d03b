"""What was asked and answered, in lines fit for a terminal."""

import re
from collections.abc import Sequence

import dns.rcode
import dns.rdatatype
from dns.rdatatype import AAAA, CNAME, MX, A

from guessmail.mx.answer import Answer, Record

SHOWN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
"""Names fit to be shown."""

_MOST = 10  # records in a line


def transcript_of(used: Sequence[Answer]) -> tuple[str, ...]:
    """Return a line for each answer, each once."""
    return tuple(dict.fromkeys(_line(answer) for answer in used))


def _line(answer: Answer) -> str:
    beside = ", ".join((*answer.notes, *((f"from {answer.server}",) if answer.server else ())))
    said = str(answer.fault) if answer.fault is not None else _said(answer)
    return f"{answer.question}: {said}" + (f" ({beside})" if beside else "")


def _said(answer: Answer) -> str:
    said = dns.rcode.to_text(dns.rcode.Rcode.make(answer.rcode))
    shown = [_value(record) for record in answer.records[:_MOST]]
    if len(answer.records) > _MOST:
        shown.append(f"and {len(answer.records) - _MOST} more")
    if shown:
        said += " " + ", ".join(shown)
    if answer.soa_owner:
        said += f", SOA of {_name(answer.soa_owner)}"
    if answer.has_added_soa:
        said += ", SOA in the additional section"
    if answer.extended_errors:
        said += ", extended error " + " ".join(map(str, answer.extended_errors))
    return said


def _value(record: Record) -> str:
    if record.rtype == MX:
        return f"{record.preference} {_name(record.value)}"
    if record.rtype == CNAME:
        return f"alias of {_name(record.value)}"
    if record.rtype in {A, AAAA}:
        return record.value
    return f"a record of type {dns.rdatatype.to_text(dns.rdatatype.RdataType.make(record.rtype))}"


def _name(name: str) -> str:
    return name if name == "." or SHOWN.fullmatch(name) else "(a name not fit to be shown)"
