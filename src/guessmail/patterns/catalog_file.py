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

from collections.abc import Iterator
from typing import Any, NamedTuple

from guessmail.errors import BrokenFileError, CatalogError, UsageError
from guessmail.patterns import Pattern, parse_pattern
from guessmail.patterns.catalog import Catalog, overlaid, shipped
from guessmail.text.streams import open_file

_LARGEST = 1_000_000
_DEEPEST = 10
_MOST_FAULTS = 100


class PatternEntry(NamedTuple):
    """A pattern with its share."""

    pattern: str
    share: float
    counted: float = 0.0
    rule: str = ""

    @property
    def parsed(self) -> Pattern:
        """The pattern itself."""
        return parse_pattern(self.pattern)


class ConventionEntry(NamedTuple):
    """A convention with its share."""

    tag: str
    share: float
    counted: float = 0.0
    means: str = ""


class CatalogFile(NamedTuple):
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
    root = _compose(text)
    if isinstance(root, tuple):
        return CatalogFile((), ()), [root]
    reader = _Reader()
    catalog = reader.read(root)
    faults = sorted(reader.faults)
    if len(faults) > _MOST_FAULTS:
        line = faults[_MOST_FAULTS][0]
        faults[_MOST_FAULTS:] = [(line, f"{len(faults) - _MOST_FAULTS:,} more errors from here on.")]
    return catalog, faults


_DEEPER = {
    "<block sequence start>": 1, "<block mapping start>": 1, "[": 1, "{": 1, "<block end>": -1, "]": -1, "}": -1,
}  # fmt: skip
"""By the kind of a YAML token: how many levels deeper it leads."""


def _compose(text: str) -> Any:
    """Return the root node of a YAML text, or the line and the fault that ends its reading."""
    import yaml

    if len(text) > _LARGEST:
        return 1, f"The file is larger than {_LARGEST} characters; a catalogue contains only patterns."
    # Ten times as fast as the loader in Python, and there in all wheels of PyYAML.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tokens: Any = yaml.scan(text, Loader=loader)
    depth = 0
    try:
        for token in tokens:
            depth += _DEEPER.get(token.id, 0)
            if depth > _DEEPEST:
                return token.start_mark.line + 1, "This is nested too deeply for a catalogue."
            if token.id in ("<anchor>", "<alias>"):
                return token.start_mark.line + 1, "Anchors and aliases are not allowed; write the value out."
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        detail = (
            getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it is nested too deeply"
        )
        return mark.line + 1 if mark else 1, f"This is not valid YAML: {detail}."
    return root or (1, "The file is empty; `guessmail patterns --format yaml` prints one to start from.")


_ENTRY_KEYS = {
    "patterns": ("pattern", {"pattern", "share", "counted", "rule"}),
    "conventions": ("tag", {"tag", "share", "counted", "means"}),
}


class _Reader:
    """Reads composed YAML nodes, which know their lines, and collects faults."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []

    def fault(self, node: Any, text: str) -> None:
        self.faults.append((node.start_mark.line + 1, text))

    def read(self, root: Any) -> CatalogFile:
        top = dict(self.pairs(root, {"source", "freely", "patterns", "conventions"}))
        return CatalogFile(
            tuple(PatternEntry(**entry) for entry in self.entries(top.get("patterns"), "patterns")),
            tuple(ConventionEntry(**entry) for entry in self.entries(top.get("conventions"), "conventions")),
            self.number(top["freely"], "freely") if "freely" in top else None,
            str(self.value("source", top["source"])) if "source" in top else "",
        )

    def pairs(self, node: Any, allowed: set[str]) -> Iterator[tuple[str, Any]]:
        keys = ", ".join(sorted(allowed))
        if node.id != "mapping":
            self.fault(node, f"Expected a mapping with the keys {keys}.")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.id != "scalar":
                self.fault(key, f"A key must be one of {keys}.")
                continue
            if key.value in seen:
                self.fault(key, f"The key {key.value!r} appears twice.")
            elif key.value not in allowed:
                self.fault(key, f"The key {key.value!r} is unknown; use {keys}.")
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
        if key in ("share", "counted"):
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
        least, most = (0.0, 1e12) if key == "counted" else (1e-9, 100.0)
        if least <= number <= most:
            return number
        self.fault(node, f"The value of {key!r} must be a number above 0 and at most 100, in per cent.")
        return 1.0


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
    lines.append("patterns:")
    for pattern in catalog.patterns:
        lines += [f"  - pattern: {_yaml(pattern.pattern)}", *_details(pattern)]
    if catalog.conventions:
        lines.append("conventions:")
    for convention in catalog.conventions:
        lines += [f"  - tag: {convention.tag}", *_details(convention)]
    return "\n".join(lines) + "\n"


def _details(entry: PatternEntry | ConventionEntry) -> list[str]:
    """Return the lines of an entry after its first."""
    values = list(entry._asdict().items())[1:]
    return [f"    {key}: {_yaml(value)}" for key, value in values if value]


def _yaml(value: str | float) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return short(value)


def short(number: float) -> str:
    """Return a share or a count as the catalogue has it."""
    return f"{number:.4g}" if number >= 0.01 else f"{number:.6f}".rstrip("0")
