"""Catalogue files: `patterns.yaml`, whose head explains the keys, and users' files of the same schema.

`pattern`, `share` and `tag` are required; the rest is optional. A file is at most 1 MB, without anchors, aliases and
duplicate keys.
"""

import math
from typing import Any, NamedTuple

from guessmail.errors import BrokenFileError, UsageError
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import Catalog, overlaid, shipped
from guessmail.text.streams import open_file

_LARGEST = 1_000_000
_MOST_FAULTS = 100
_SECTIONS = {
    "patterns": ("pattern", "share", "counted", "rule"),
    "conventions": ("tag", "share", "counted", "means"),
}
"""The keys of an entry, in the order of the fields of `Entry`; the first two are required."""
_RANGES = {"share": (1e-9, 100.0), "freely": (1e-9, 100.0), "counted": (0.0, 1e12)}


class Entry(NamedTuple):
    """A pattern or a convention with its share."""

    text: str
    """The pattern, or the tag of the convention."""
    share: float
    counted: float = 0.0
    note: str = ""
    """The rule from which a pattern comes, or the meaning of a convention."""


class CatalogFile(NamedTuple):
    """The contents of a catalogue file."""

    patterns: tuple[Entry, ...] = ()
    conventions: tuple[Entry, ...] = ()
    freely: float | None = None
    source: str = ""


def load_catalog(path: str) -> Catalog:
    """Return the shipped catalogue with the entries of a user's file replaced and added."""
    contents = read_catalog(read_text(path), path)
    patterns, conventions = ({entry.text: entry.share for entry in section} for section in contents[:2])
    return overlaid(shipped(), patterns, conventions, contents.freely)


def read_text(path: str) -> str:
    """Return the text of a catalogue file; `UsageError` if it cannot be read."""
    try:
        with open_file(path) as file:
            return file.read(_LARGEST + 1).decode("utf-8-sig")
    except BrokenFileError as fault:
        raise UsageError(f"The catalogue cannot be read. {fault}") from fault
    except UnicodeDecodeError:
        raise UsageError(f"The catalogue {path} is not UTF-8 text; save it as UTF-8.") from None


def read_catalog(text: str, path: str) -> CatalogFile:
    """Read a catalogue; `UsageError` names every fault with its line."""
    reader = _Reader()
    root = reader.compose(text)
    found = root and reader.mapping(root, CatalogFile._fields)
    faults = sorted(reader.faults)
    if len(faults) > _MOST_FAULTS:
        line = faults[_MOST_FAULTS][0]
        faults[_MOST_FAULTS:] = [(line, f"{len(faults) - _MOST_FAULTS:,} more errors from here on.")]
    if faults:
        raise UsageError("\n".join(f"{path}, line {line}: {fault}" for line, fault in faults))
    return CatalogFile(**found)


_DEEPER = {
    "<block sequence start>": 1, "<block mapping start>": 1, "[": 1, "{": 1, "<block end>": -1, "]": -1, "}": -1,
}  # fmt: skip
"""By the kind of a YAML token: the change of depth, in levels."""


class _Reader:
    """Reads YAML as nodes, which know their lines, and collects faults."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []

    def fault(self, mark: Any, text: str) -> None:
        self.faults.append((mark.line + 1 if mark else 1, text))

    def compose(self, text: str) -> Any:
        """Return the root node of a YAML text; None after a fault."""
        import yaml

        fault = f"The file is larger than {_LARGEST} characters; a catalogue contains only patterns."
        if len(text) > _LARGEST:
            return self.fault(None, fault)
        # Ten times as fast as the loader in Python, and part of all wheels of PyYAML.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        tokens: Any = yaml.scan(text, Loader=loader)
        depth = 0
        try:
            for token in tokens:
                depth += _DEEPER.get(token.id, 0)
                if depth > 10:
                    return self.fault(token.start_mark, "This is nested too deeply for a catalogue.")
                if token.id in ("<anchor>", "<alias>"):
                    fault = "Anchors and aliases are not allowed; write the value out."
                    return self.fault(token.start_mark, fault)
            if root := yaml.compose(text, Loader=loader):
                return root
            fault = "The file is empty; `guessmail patterns --format yaml` prints one to start from."
            return self.fault(None, fault)
        except yaml.YAMLError as broken:
            detail = getattr(broken, "problem", None) or getattr(broken, "reason", "")
            return self.fault(getattr(broken, "problem_mark", None), f"This is not valid YAML: {detail}.")

    def mapping(self, node: Any, allowed: tuple[str, ...]) -> dict[str, Any]:
        """Return the values of a mapping, which are incomplete after a fault."""
        keys = ", ".join(sorted(allowed))
        found: dict[str, Any] = {}
        if node.id != "mapping":
            self.fault(node.start_mark, f"Expected a mapping with the keys {keys}.")
            return found
        for key, value in node.value:
            name = key.value if key.id == "scalar" else ""
            if name in allowed and name not in found:
                found[name] = self.value(name, value)
                continue
            fault = f"The key {name!r} " + ("appears twice." if name in found else f"is unknown; use {keys}.")
            self.fault(key.start_mark, fault if name else f"A key must be one of {keys}.")
            found[name] = None
        return found

    def value(self, key: str, node: Any) -> Any:
        if key in _SECTIONS:
            return self.entries(node, key)
        try:
            return _value(key, node.value)
        except UsageError as fault:
            return self.fault(node.start_mark, str(fault))

    def entries(self, node: Any, section: str) -> tuple[Entry, ...]:
        """Return the valid entries of a section; faults are collected."""
        if node.id != "sequence":
            self.fault(node.start_mark, f"Under {section!r} a list is expected, each entry after a dash.")
            return ()
        keys = _SECTIONS[section]
        entries: dict[str, tuple[int, Entry]] = {}
        for item in node.value:
            before = len(self.faults)
            values = self.mapping(item, keys)
            if len(self.faults) == before:
                for key in [key for key in keys[:2] if key not in values]:
                    self.fault(item.start_mark, f"The entry lacks {key!r}.")
            if len(self.faults) > before:
                continue
            subject, share, counted, note = keys
            entry = Entry(values[subject], values[share], values.get(counted, 0.0), values.get(note, ""))
            name = str(parse_pattern(entry.text)) if section == "patterns" else entry.text
            if name in entries:
                self.fault(item.start_mark, f"{name} is already on line {entries[name][0]}.")
            entries[name] = item.start_mark.line + 1, entry
        return tuple([entry for _, entry in entries.values()])


def _value(key: str, written: Any) -> str | float:
    """Return the value of a key; YAML has strings for everything except lists and mappings. `UsageError` if it is invalid."""
    if key in _RANGES:
        least, most = _RANGES[key]
        try:
            number = float(written)
        except (TypeError, ValueError):
            number = math.nan
        if least <= number <= most:
            return number
        raise UsageError(f"The value of {key!r} must be a number above 0 and at most 100, in per cent.")
    if not isinstance(written, str):
        raise UsageError(f"The value of {key!r} must be a string; put it in quotes.")
    if key == "pattern":
        parse_pattern(written)
    if key == "tag" and "=" not in written:
        raise UsageError(f"The tag {written!r} is not valid; write it like umlaut=bare.")
    return written


def shipped_file() -> CatalogFile:
    """Return the shipped catalogue as the contents of patterns.yaml."""
    from guessmail.data import catalog

    tables = ((catalog.PATTERNS, catalog.RULES), (catalog.CONVENTIONS, catalog.MEANINGS))
    patterns, conventions = (
        tuple([Entry(key, shares[key], catalog.COUNTED.get(key, 0.0), notes.get(key, "")) for key in shares])
        for shares, notes in tables
    )
    return CatalogFile(patterns, conventions, catalog.FREELY, catalog.SOURCE)


def dump_catalog(catalog: CatalogFile) -> str:
    """Write a catalogue as YAML."""
    lines = [
        "# The catalogue of guessmail: the patterns that are tried, and how common each is.",
        "# Shares are per cent of addresses: of a pattern, of the people to whose names it applies; of a convention, of the",
        "# names that leave the choice; `freely`, of all people: no pattern. `counted` is how many addresses were taken to be",
        "# made so. The running program reads src/guessmail/data/catalog.py, made from this file by",
        "# `python benchmarks/generate_catalog.py`; the shares are counted by benchmarks/fit.py.",
        f"source: {_yaml(catalog.source)}",
    ]
    if catalog.freely is not None:
        lines.append(f"freely: {short(catalog.freely)}")
    for section, keys in _SECTIONS.items():
        lines.append(f"{section}:")
        for entry in getattr(catalog, section):
            start = "  - "
            for key, value in zip(keys, entry, strict=True):
                if value:
                    lines.append(f"{start}{key}: {value if key == 'tag' else _yaml(value)}")
                start = "    "
    return "\n".join(lines) + "\n"


def _yaml(value: str | float) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return short(value)


def short(number: float) -> str:
    """Return a share or a count as the catalogue writes it."""
    return f"{number:.4g}" if number >= 0.01 else f"{number:.6f}".rstrip("0")
