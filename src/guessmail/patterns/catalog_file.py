"""Catalogue files: `patterns.yaml` and what users write in its schema.

    source: where the shares come from
    freely: 18.2                 # per cent of addresses that no pattern explains
    patterns:
      - pattern: "{first}.{last}"
        share: 34.1              # per cent of addresses
        counted: 603.6           # addresses that were taken to be made so
        rule: "…"                # the naming rule that it comes from, where it was not counted
    conventions:
      - tag: umlaut=bare
        share: 31                # per cent, of the names that leave the choice
        counted: 12.1
        means: "ü is written u"

`pattern`, `share` and `tag` must stand; the rest may. A file is at most 1 MB, without anchors, aliases and duplicate keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guessmail.errors import BrokenFileError, CatalogError, UsageError
from guessmail.patterns import Pattern, parse_pattern
from guessmail.patterns.catalog import Catalog, overlaid, shipped
from guessmail.text.streams import open_file

_LARGEST = 1_000_000
_DEEPEST = 10
_MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class PatternEntry:
    """A pattern with its share."""

    pattern: str
    share: float
    counted: float = 0.0
    rule: str = ""

    @property
    def parsed(self) -> Pattern:
        """The pattern itself."""
        return parse_pattern(self.pattern)


@dataclass(frozen=True, slots=True)
class ConventionEntry:
    """A convention with its share."""

    tag: str
    share: float
    counted: float = 0.0
    means: str = ""


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """The contents of a catalogue file."""

    patterns: tuple[PatternEntry, ...]
    conventions: tuple[ConventionEntry, ...]
    freely: float | None = None
    source: str = ""


def read_catalog(text: str, path: str) -> CatalogFile:
    """Read a catalogue. Raises CatalogError that names every fault with its line."""
    catalog, faults = _read(text)
    if faults:
        raise CatalogError("\n".join(f"{path}, line {line}: {fault}" for line, fault in faults))
    return catalog


def load_catalog(path: str) -> Catalog:
    """Return the shipped catalogue with the entries of a user's file laid over it."""
    own = read_catalog(read_text(path), path)
    return overlaid(
        shipped(),
        {entry.pattern: entry.share for entry in own.patterns},
        {entry.tag: entry.share for entry in own.conventions},
        own.freely,
    )


def read_text(path: str) -> str:
    """Return the text of a catalogue file. Raises CatalogError where it cannot be read."""
    try:
        with open_file(path) as file:
            return file.read(_LARGEST + 1).decode("utf-8-sig")
    except BrokenFileError as fault:
        raise CatalogError(f"The catalogue cannot be read. {fault}") from fault
    except OSError as fault:
        raise CatalogError(f"The catalogue {path} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError:
        raise CatalogError(f"The catalogue {path} is not UTF-8 text; save it as UTF-8.") from None


def faults_of(text: str) -> list[tuple[int, str]]:
    """Return every fault of a catalogue, each with its line (from 1)."""
    return _read(text)[1]


def _read(text: str) -> tuple[CatalogFile, list[tuple[int, str]]]:
    import yaml

    nothing = CatalogFile((), ())
    if len(text) > _LARGEST:
        return nothing, [
            (1, f"The file is larger than {_LARGEST} characters; a catalogue contains only patterns.")
        ]
    try:
        depth = 0
        opening = (
            yaml.BlockSequenceStartToken,
            yaml.BlockMappingStartToken,
            yaml.FlowSequenceStartToken,
            yaml.FlowMappingStartToken,
        )
        closing = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
        # Ten times as fast as the loader in Python, and there in all wheels of PyYAML.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for token in yaml.scan(text, Loader=loader):
            depth += isinstance(token, opening) - isinstance(token, closing)
            if depth > _DEEPEST:
                return nothing, [(token.start_mark.line + 1, "This is nested too deeply for a catalogue.")]
            if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                return nothing, [
                    (token.start_mark.line + 1, "Anchors and aliases are not allowed; write the value out.")
                ]
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        what = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it is nested too deeply"
        return nothing, [(mark.line + 1 if mark else 1, f"This is not valid YAML: {what}.")]
    reader = _Reader()
    catalog = reader.read(root)
    faults = sorted(reader.faults)
    if len(faults) > _MOST_FAULTS:
        line = faults[_MOST_FAULTS][0]
        faults[_MOST_FAULTS:] = [(line, f"{len(faults) - _MOST_FAULTS:,} more errors from here on.")]
    return catalog, faults


_NUMBER_KEYS = {"share", "counted"}
_ENTRY_KEYS = {
    "patterns": ("pattern", {"pattern", "share", "counted", "rule"}),
    "conventions": ("tag", {"tag", "share", "counted", "means"}),
}


class _Reader:
    """Reads composed YAML nodes, which know their lines, and collects faults."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []

    def fault(self, node: Any, text: str) -> None:
        self.faults.append((node.start_mark.line + 1 if node is not None else 1, text))

    def read(self, root: Any) -> CatalogFile:
        if root is None:
            self.fault(
                root, "The file is empty; `guessmail patterns --format yaml` prints one to start from."
            )
            return CatalogFile((), ())
        top = dict(self.pairs(root, {"source", "freely", "patterns", "conventions"}))
        patterns = [PatternEntry(**entry) for entry in self.entries(top.get("patterns"), "patterns")]
        conventions = [
            ConventionEntry(**entry) for entry in self.entries(top.get("conventions"), "conventions")
        ]
        freely = self.number(top["freely"], "freely") if "freely" in top else None
        source = str(self.value("source", top["source"])) if "source" in top else ""
        return CatalogFile(tuple(patterns), tuple(conventions), freely, source)

    def pairs(self, node: Any, allowed: set[str]) -> Iterator[tuple[str, Any]]:
        if node.id != "mapping":
            self.fault(node, f"Expected a mapping with the keys {', '.join(sorted(allowed))}.")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.id != "scalar":
                self.fault(key, f"A key must be one of {', '.join(sorted(allowed))}.")
                continue
            if key.value in seen:
                self.fault(key, f"The key {key.value!r} appears twice.")
            elif key.value not in allowed:
                self.fault(key, f"The key {key.value!r} is unknown; use {', '.join(sorted(allowed))}.")
            else:
                yield key.value, value
            seen.add(key.value)

    def entries(self, node: Any, section: str) -> Iterator[dict[str, Any]]:
        if node is None:
            return
        if node.id != "sequence":
            self.fault(node, f"Under {section!r} a list is expected, each entry after a dash.")
            return
        subject, allowed = _ENTRY_KEYS[section]
        seen: dict[str, int] = {}
        for item in node.value:
            before = len(self.faults)
            entry = {key: self.value(key, value) for key, value in self.pairs(item, allowed)}
            for key in (subject, "share"):
                if key not in entry and len(self.faults) == before:
                    self.fault(item, f"The entry lacks {key!r}.")
            if len(self.faults) > before:
                continue
            name = str(parse_pattern(entry[subject])) if subject == "pattern" else entry[subject]
            if name in seen:
                self.fault(item, f"{name} is already on line {seen[name]}.")
            seen[name] = item.start_mark.line + 1
            yield entry

    def value(self, key: str, node: Any) -> Any:
        if key in _NUMBER_KEYS:
            return self.number(node, key)
        if node.id != "scalar":
            self.fault(node, f"The value of {key!r} must be a string; put it in quotes.")
            return ""
        if key == "pattern":
            try:
                parse_pattern(node.value)
            except UsageError as fault:
                self.fault(node, str(fault))
        if key == "tag" and "=" not in node.value:
            self.fault(node, f"The tag {node.value!r} is not valid; write it like umlaut=bare.")
        return node.value

    def number(self, node: Any, key: str) -> float:
        try:
            number = float(node.value) if node.id == "scalar" else -1.0
        except ValueError:
            number = -1.0
        least = 0.0 if key == "counted" else 1e-9
        if not least <= number <= (1e12 if key == "counted" else 100.0):
            self.fault(node, f"The value of {key!r} must be a number above 0 and at most 100, in per cent.")
            return 1.0
        return number


def shipped_file() -> CatalogFile:
    """Return the shipped catalogue as a file: what patterns.yaml holds."""
    from guessmail.data import catalog

    return CatalogFile(
        tuple(
            PatternEntry(text, share, catalog.COUNTED.get(text, 0.0), catalog.RULES.get(text, ""))
            for text, share in catalog.PATTERNS.items()
        ),
        tuple(
            ConventionEntry(tag, share, catalog.COUNTED.get(tag, 0.0), catalog.MEANINGS.get(tag, ""))
            for tag, share in catalog.CONVENTIONS.items()
        ),
        catalog.FREELY,
        catalog.SOURCE,
    )


def dump_catalog(catalog: CatalogFile) -> str:
    """Write a catalogue as YAML."""
    head = [
        "# The catalogue of guessmail: the patterns that are tried, and how common each is.",
        "# Shares are per cent of addresses: of a pattern, of the people to whose names it applies; of a convention, of the",
        "# names that leave the choice; `freely`, of all people: no pattern. `counted` is how many addresses were taken to be",
        "# made so. The running program reads src/guessmail/data/catalog.py, made from this file by",
        "# `python benchmarks/generate_catalog.py`; the shares are counted by benchmarks/fit.py.",
        f"source: {_quoted(catalog.source)}",
    ]
    if catalog.freely is not None:
        head.append(f"freely: {short(catalog.freely)}")
    return "\n".join([*head, *_entries(catalog)]) + "\n"


def _entries(catalog: CatalogFile) -> list[str]:
    """Return the lines of the patterns and conventions."""
    lines = ["patterns:"]
    for pattern in catalog.patterns:
        lines.append(f"  - pattern: {_quoted(pattern.pattern)}")
        lines += _details({"share": pattern.share, "counted": pattern.counted, "rule": pattern.rule})
    if catalog.conventions:
        lines.append("conventions:")
    for convention in catalog.conventions:
        lines.append(f"  - tag: {convention.tag}")
        lines += _details(
            {"share": convention.share, "counted": convention.counted, "means": convention.means}
        )
    return lines


def _details(values: Mapping[str, float | str]) -> list[str]:
    return [
        f"    {key}: {_quoted(value) if isinstance(value, str) else short(value)}"
        for key, value in values.items()
        if value
    ]


def short(number: float) -> str:
    """Return a share or a count as the catalogue has it."""
    return f"{number:.4g}" if number >= 0.01 else f"{number:.6f}".rstrip("0")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
