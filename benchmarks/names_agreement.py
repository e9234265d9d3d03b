"""How far guessmail's first reading agrees with the cases that nameparser's own tests hold.

    pip download --no-binary :all: --no-deps nameparser && tar xzf nameparser-*.tar.gz
    python benchmarks/names_agreement.py nameparser-*/tests/v2/cases.py

Of the cases in Latin script that have a given and a family name under nameparser's default policy, prints
each in which guessmail reads another given or family name, and the share of those that agree. The case is
compared by the letters alone: case, full stops, and what of two given names is called a middle name make no
difference. Many of the cases are made up of titles alone. Exits with 1 below 0.75.
"""

import argparse
import importlib.util
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guessmail.names import Name, read_name
from guessmail.text import fold

_THRESHOLD = 0.75


def main() -> int:
    """Print the disagreements and the share of agreement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path, help="tests/v2/cases.py of nameparser's source distribution")
    parser.add_argument("--quiet", action="store_true", help="print the share alone")
    options = parser.parse_args()
    agreed = total = 0
    for case in _eligible(options.cases):
        total += 1
        expected = (_letters(case.expect["given"]), _letters(case.expect["family"]))
        found = _first_reading(case.text)
        if found == expected:
            agreed += 1
        elif not options.quiet:
            print(f"{case.text!r}: expected {' | '.join(expected)}; found {' | '.join(found) or 'a problem'}")
    share = agreed / total
    print(f"agreement {share:.3f} ({agreed} of {total})")
    return int(share < _THRESHOLD)


def _eligible(path: Path) -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("cases", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python file; give the path of nameparser's tests/v2/cases.py.")
    module = importlib.util.module_from_spec(spec)
    sys.modules["cases"] = module  # its dataclasses look their module up there
    spec.loader.exec_module(module)
    for case in module.CASES:
        is_default = case.policy is None and case.locale is None
        if is_default and case.expect.get("given") and case.expect.get("family") and _is_latin(case.text):
            yield case


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def _letters(part: str) -> str:
    return fold(part.replace("-", "")).replace("-", "")


def _first_reading(text: str) -> tuple[str, ...]:
    name = read_name(text)
    if not isinstance(name, Name):
        return ()
    reading = name.readings[0]
    return _letters(reading.given), _letters(reading.family)


if __name__ == "__main__":
    sys.exit(main())
