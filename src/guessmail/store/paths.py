"""Where the store is."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["FILE_NAME", "store_path"]

FILE_NAME = "store.db"


def store_path(chosen: str = "", *, environ: Mapping[str, str] | None = None) -> Path:
    """Return the store's path: `chosen`, else `GUESSMAIL_STORE`, else a file in the platform's data folder.

    On Linux the folder is computed here, as the XDG base directory specification has it: the variable counts
    only when it is absolute. Elsewhere platformdirs is asked, whose import costs more than this whole module.
    """
    environ = os.environ if environ is None else environ
    chosen = chosen or environ.get("GUESSMAIL_STORE", "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    platform: str = sys.platform  # a type checker would take the branch for dead that it does not run on
    if platform == "linux":
        data = environ.get("XDG_DATA_HOME", "")
        folder = Path(data) if data.startswith("/") else Path.home() / ".local/share"
        return folder / "guessmail" / FILE_NAME
    import platformdirs  # noqa: PLC0415 - see above

    return Path(platformdirs.user_data_dir("guessmail", appauthor=False)) / FILE_NAME
