"""Write `data/catalog.py`, the form of patterns.yaml that the running program reads.

python benchmarks/generate_catalog.py
"""

from pathlib import Path

from guessmail.patterns.catalog_file import CatalogFile, read_catalog, short

ROOT = Path(__file__).resolve().parent.parent
MODULE = ROOT / "src" / "guessmail" / "data" / "catalog.py"


def catalog_module(catalog: CatalogFile) -> str:
    """Return the source of `data/catalog.py`."""
    lines = [
        '"""The catalogue, generated from patterns.yaml by benchmarks/generate_catalog.py; edit nothing here."""',
        "",
        "# fmt: off",
        f"SOURCE = {catalog.source!r}",
        f"FREELY = {short(catalog.freely or 0.0)}",
        "PATTERNS: dict[str, float] = {",
        *(f"    {entry.text!r}: {short(entry.share)}," for entry in catalog.patterns),
        "}",
        "COUNTED: dict[str, float] = {",
        *(f"    {entry.text!r}: {short(entry.counted)}," for entry in catalog.patterns if entry.counted),
        *(f"    {entry.text!r}: {short(entry.counted)}," for entry in catalog.conventions if entry.counted),
        "}",
        "RULES: dict[str, str] = {",
        *(f"    {entry.text!r}: {entry.note!r}," for entry in catalog.patterns if entry.note),
        "}",
        "CONVENTIONS: dict[str, float] = {",
        *(f"    {entry.text!r}: {short(entry.share)}," for entry in catalog.conventions),
        "}",
        "MEANINGS: dict[str, str] = {",
        *(f"    {entry.text!r}: {entry.note!r}," for entry in catalog.conventions if entry.note),
        "}",
    ]
    return "\n".join(lines) + "\n"


def write_catalog_module(catalog: CatalogFile) -> None:
    """Write the module."""
    MODULE.write_text(catalog_module(catalog), encoding="utf-8")


if __name__ == "__main__":
    source = ROOT / "patterns.yaml"
    write_catalog_module(read_catalog(source.read_text(encoding="utf-8"), str(source)))
