"""The shipped catalogue, and catalogues as the text of a file: what `patterns.yaml` holds."""

from collections.abc import Mapping

from guessmail.patterns.catalog_file import CatalogFile, ConventionEntry, PatternEntry


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
