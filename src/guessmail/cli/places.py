"""The store's path, found without the imports that opening it takes, since most runs have none."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


FILE_NAME = "store.db"


def store_place(chosen: str = "", *, environ: Mapping[str, str] | None = None) -> str:
    """Return the store's path: `chosen`, else `GUESSMAIL_STORE`, else a file in the platform's data folder.

    On Linux the folder is computed here, as the XDG base directory specification has it: the variable counts
    only when it is absolute. Elsewhere platformdirs is asked, whose import costs more than this whole module.
    """
    environ = os.environ if environ is None else environ
    chosen = chosen or environ.get("GUESSMAIL_STORE", "")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))  # noqa: PTH100, PTH111 - pathlib costs milliseconds
    platform: str = sys.platform  # a type checker would take the branch for dead that it does not run on
    if platform == "linux":
        data = environ.get("XDG_DATA_HOME", "")
        home = os.path.expanduser("~/.local/share")  # noqa: PTH111 - as above
        return f"{data if data.startswith('/') else home}/guessmail/{FILE_NAME}"
    import platformdirs

    folder = platformdirs.user_data_dir("guessmail", appauthor=False)
    return os.path.join(folder, FILE_NAME)  # noqa: PTH118 - as above


def store_path(chosen: str = "", *, environ: Mapping[str, str] | None = None) -> "Path":
    """Return the same as a path."""
    from pathlib import Path

    return Path(store_place(chosen, environ=environ))
