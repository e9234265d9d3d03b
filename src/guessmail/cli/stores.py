"""The store of the command line: its path, opening it, and recording guesses. Runs without a store import little."""

# Paths are strings, as pathlib costs milliseconds.
# ruff: noqa: PTH100, PTH111, PTH114, PTH116, PTH117, PTH118, PTH120

import datetime
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from guessmail.cli.output import notify, tell
from guessmail.errors import StoreError
from guessmail.text import counted

if TYPE_CHECKING:
    from pathlib import Path

    from guessmail.guesser import Guess
    from guessmail.model.ranking import Candidate
    from guessmail.store import Store

_ELSE = "name another file with --store, or work without a store with --no-store"
_NOUNS = {
    "sample": ("known address", "known addresses"),
    "outcome": ("outcome", "outcomes"),
    "offer": ("record of a guess", "records of guesses"),
    "company": ("company", "companies"),
    "source": ("mention in a source's description", "mentions in sources' descriptions"),
    "DNS": ("DNS answer", "DNS answers"),
}


def store_place(chosen: str) -> str:
    """Return the store's path: `chosen` by --store or its variable, else a file in the platform's data folder.

    It is empty if there is no home folder. On Linux the folder is computed here by the XDG Base Directory Specification, in
    which the variable counts only if it is absolute; importing platformdirs, as elsewhere, costs more than this module.
    """
    if chosen:
        try:
            return os.path.abspath(os.path.expanduser(chosen))
        except FileNotFoundError as error:
            raise StoreError(
                f"The current folder is gone, so there is no {chosen} in it: {_ELSE}."
            ) from error
    platform: str = sys.platform  # as a plain `str`, or a type checker skips the branches of other platforms
    if platform == "linux":
        data = os.environ.get("XDG_DATA_HOME", "")
        if not data.startswith("/"):
            data = "" if os.environ.get("HOME") == "" else os.path.expanduser("~/.local/share")
        folder = f"{data}/guessmail" if data else ""
    else:
        import platformdirs

        folder = platformdirs.user_data_dir("guessmail", appauthor=False)
    # Without a home folder, `~` is not replaced.
    return os.path.join(folder, "store.db") if os.path.isabs(folder) else ""


def store_path(chosen: str) -> "Path":
    """Return the path of the store, which need not exist; `StoreError` if no store can be made."""
    from pathlib import Path

    place = store_place(chosen)
    if not place:
        raise StoreError("There is no home folder for a store: name a file with --store.")
    if chosen:
        _fault_of(os.path.dirname(place), must_be=True)
    return Path(place)


def has_store(chosen: str) -> bool:
    """Return whether a store or its key exists, with a notice if none can be made; `StoreError` if it cannot be reached."""
    place = store_place(chosen)
    for path in (f"{place}.key", place) if place else ():
        try:
            os.lstat(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            if chosen or not isinstance(error, NotADirectoryError):
                raise _unreachable(place, error) from error
        else:
            return True
    no_home = "" if place else "there is no home folder"
    if fault := no_home or _fault_of(os.path.dirname(place), must_be=bool(chosen)):
        notify(f"No store can be kept ({fault}): nothing is remembered, and there is no do-not-contact list.")
    return False


def _unreachable(place: str, error: OSError) -> StoreError:
    return StoreError(f"The store {place} cannot be reached: {error.strerror}. Mend that, {_ELSE}.")


def _fault_of(folder: str, *, must_be: bool) -> str:
    """Return why a store's folder cannot be made, empty if it can be; `StoreError` for a broken link, or if it `must_be`."""
    try:
        is_folder = stat.S_ISDIR(os.stat(folder).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        is_folder = None
    except OSError as error:
        raise _unreachable(folder, error) from error
    if must_be and not is_folder:
        raise StoreError(f"There is no folder {folder} for the store. Create it or mount its disk, {_ELSE}.")
    if is_folder is None:
        if os.path.islink(folder):
            raise StoreError(f"{folder}, where the store is, is a link that leads nowhere. Mend it, {_ELSE}.")
        return _fault_of(os.path.dirname(folder), must_be=False)
    if not is_folder:
        return f"{folder} is not a folder"
    return "" if must_be or os.access(folder, os.W_OK | os.X_OK) else f"{folder} cannot be written"


@contextmanager
def open_store(store_file: str, *, no_store: bool = False, dry_run: bool = False) -> "Iterator[Store | None]":
    """Open the store; None if it does not exist, or with --no-store. `StoreError` if it cannot be read."""
    if no_store or not has_store(store_file):
        yield None
        return
    from guessmail.store.files import is_store_there

    with open_or_create(store_file) if is_store_there(store_path(store_file)) else nullcontext() as store:
        if store:
            store.is_dry = dry_run
        yield store


def open_or_create(store_file: str) -> "Store":
    """Open the store; create it if needed."""
    from guessmail.store import Store

    store = Store(store_path(store_file))
    tell(*store.notices)
    return store


def today() -> str:
    """Return today's local date, ISO 8601."""
    return datetime.datetime.now().astimezone().date().isoformat()


def removed(counts: Mapping[str, int], *, dry_run: bool) -> str:
    """Return a sentence about the numbers of records removed, by table, and of cached DNS answers; empty if all are 0."""
    parts = [counted(counts[table], *nouns) for table, nouns in _NOUNS.items() if counts.get(table)]
    return f"{', '.join(parts)} {'would be removed' if dry_run else 'removed'}" if parts else ""


@contextmanager
def recording(store: "Store", options: Mapping[str, object]) -> "Iterator[Callable[[Iterable[Guess]], None]]":
    """Yield a function that records guesses for `why` in batches, and the rest at the end; `options` must name no person."""
    run = 0
    offers: list[tuple[Candidate, int]] = []

    def record(guesses: "Iterable[Guess]", most: int = 5000) -> None:
        nonlocal run
        offers.extend((candidate, guess.samples) for guess in guesses for candidate in guess.candidates)
        if len(offers) >= most:
            run = store.record_run(today(), options, offers, run=run)
            offers.clear()

    try:
        yield record
    finally:
        record((), 1)
