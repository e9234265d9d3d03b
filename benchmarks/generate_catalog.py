"""Write `data/catalog.py`, the form of patterns.yaml that the running program reads.

python benchmarks/generate_catalog.py
"""

from pathlib import Path

from guessmail.patterns.catalog_file import CatalogFile, catalog_module, read_catalog

ROOT = Path(__file__).resolve().parent.parent
MODULE = ROOT / "src" / "guessmail" / "data" / "catalog.py"


def write_catalog_module(catalog: CatalogFile) -> None:
    """Write the module."""
    MODULE.write_text(catalog_module(catalog), encoding="utf-8")


if __name__ == "__main__":
    source = ROOT / "patterns.yaml"
    write_catalog_module(read_catalog(source.read_text(encoding="utf-8"), str(source)))
