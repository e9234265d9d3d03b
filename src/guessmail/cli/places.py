"""The store's path, and whether there is one, found without the imports that opening it takes, since most runs have none."""

import os
import stat
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from guessmail.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


FILE_NAME = "store.db"
_ELSE = "name another file with --store, or work without a store with --no-store"


def store_place(chosen: str = "", *, environ: Mapping[str, str] | None = None) -> str:
    """Return the store's path: `chosen`, else `GUESSMAIL_STORE`, else a file in the platform's data folder.

    Empty where there is no home folder. On Linux the folder is computed here, as the XDG base directory specification has
    it: the variable counts only when it is absolute. Elsewhere platformdirs is asked, whose import costs more than this
    whole module.
    """
    environ = os.environ if environ is None else environ
    if chosen := chosen or environ.get("GUESSMAIL_STORE", ""):
        try:
            return os.path.abspath(os.path.expanduser(chosen))  # noqa: PTH100, PTH111 - pathlib costs milliseconds
        except FileNotFoundError as error:
            raise StoreError(
                f"The current folder is gone, so there is no {chosen} in it: {_ELSE}."
            ) from error
    platform: str = sys.platform  # a type checker would take the branch for dead that it does not run on
    if platform == "linux":
        data = environ.get("XDG_DATA_HOME", "")
        if not data.startswith("/"):
            data = "" if environ.get("HOME") == "" else os.path.expanduser("~/.local/share")  # noqa: PTH111 - as above
        folder = f"{data}/guessmail" if data else ""
    else:
        import platformdirs

        folder = platformdirs.user_data_dir("guessmail", appauthor=False)
    # Without a home folder `~` stays what it is.
    return os.path.join(folder, FILE_NAME) if os.path.isabs(folder) else ""  # noqa: PTH117, PTH118 - as above


def store_path(chosen: str = "") -> "Path":
    """Return the path where a store is or can be made; `StoreError` where none can be."""
    from pathlib import Path

    place = store_place(chosen)
    if not place:
        raise StoreError("There is no home folder for a store: name a file with --store.")
    if chosen or os.environ.get("GUESSMAIL_STORE"):
        _check_folder(os.path.dirname(place))  # noqa: PTH120 - as above
    return Path(place)


def has_store(chosen: str, notify: Callable[[str], None]) -> bool:
    """Return whether there is anything of a store to open; `StoreError` where that cannot be told.

    `notify` gets a sentence where there is none, and none can be.
    """
    place = store_place(chosen)
    is_chosen = bool(chosen or os.environ.get("GUESSMAIL_STORE"))
    if not place:
        notify(_NONE_HERE.format("there is no home folder"))
        return False
    for path in (f"{place}.key", place):
        try:
            os.lstat(path)
        except FileNotFoundError:
            continue
        except NotADirectoryError as error:
            if is_chosen:
                raise _unreachable(place, error) from error
        except OSError as error:
            raise _unreachable(place, error) from error
        else:
            return True
    folder = os.path.dirname(place)  # noqa: PTH120 - as above
    if is_chosen:
        _check_folder(folder)
    elif fault := _fault_above(folder):
        notify(_NONE_HERE.format(fault))
    return False


_NONE_HERE = "No store can be kept ({}): nothing is remembered, and there is no do-not-contact list."


def _unreachable(place: str, error: OSError) -> StoreError:
    return StoreError(f"The store {place} cannot be reached: {error.strerror}. Mend that, {_ELSE}.")


def _check_folder(folder: str) -> None:
    """Refuse a folder that is not there: it may be on a disk that is not mounted."""
    try:
        is_folder = stat.S_ISDIR(os.stat(folder).st_mode)  # noqa: PTH116 - as above
    except FileNotFoundError:
        is_folder = False
    except OSError as error:
        raise _unreachable(folder, error) from error
    if not is_folder:
        raise StoreError(f"There is no folder {folder} for the store. Create it or mount its disk, {_ELSE}.")


def _fault_above(folder: str) -> str:
    """Return why a missing folder cannot be made, empty where it can be; `StoreError` where it lies behind a broken link."""
    while True:
        try:
            is_folder = stat.S_ISDIR(os.stat(folder).st_mode)  # noqa: PTH116 - as above
        except FileNotFoundError:
            if os.path.islink(folder):  # noqa: PTH114 - as above
                raise StoreError(
                    f"{folder}, where the store is, is a link that leads nowhere. Mend it, {_ELSE}."
                ) from None
            folder = os.path.dirname(folder)  # noqa: PTH120 - as above
        except NotADirectoryError:
            folder = os.path.dirname(folder)  # noqa: PTH120 - as above
        except OSError as error:
            raise _unreachable(folder, error) from error
        else:
            if not is_folder:
                return f"{folder} is not a folder"
            return "" if os.access(folder, os.W_OK | os.X_OK) else f"{folder} cannot be written"
