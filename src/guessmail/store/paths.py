"""Where the store is, as a path."""

from collections.abc import Mapping
from pathlib import Path

from guessmail.places import FILE_NAME, store_place

__all__ = ["FILE_NAME", "store_path"]


def store_path(chosen: str = "", *, environ: Mapping[str, str] | None = None) -> Path:
    """Return the store's path, by the rules of `places`."""
    return Path(store_place(chosen, environ=environ))
