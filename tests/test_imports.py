"""The import order: a module imports only from those above it, and a guess imports only what it needs."""

import ast
import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import guessmail

PACKAGE = Path(guessmail.__file__).parent

# Top to bottom; those on one line do not import each other.
ORDER = """
    errors
    data
    text
    patterns
    names
    domains
    addresses
    mailboxes
    directory
    lists
    samples
    model
    dns
    companies
    store
    guesses
    guesser
    reports
    batch
    runs
    cli spark
    __main__
"""
LAYERS = {name: at for at, line in enumerate(ORDER.split("\n")) for name in line.split()}

EXCEPTIONS: dict[str, str] = {}
"""By edge (`lower -> upper`): why it stands. Keep it empty."""


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        dotted = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield dotted.removesuffix(".__init__") if dotted != "__init__" else "", path


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def is_module(name: str) -> bool:
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").exists()


def imported(path: Path, *, at_once: bool = False) -> set[str]:
    """Return what a module imports of the package: wherever in the file, or `at_once` when it is imported itself."""
    found = set()
    tree = parsed(path)
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the order"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if is_module(name) else node.module or "" for name in inner]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.removeprefix("guessmail.") for name in names if name.startswith("guessmail.")}
    return found


@pytest.mark.parametrize("module", sorted({module.partition(".")[0] for module, _ in modules() if module}))
def test_every_module_has_its_place(module: str) -> None:
    assert module in LAYERS


def test_the_document_names_every_package() -> None:
    text = (Path(__file__).parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("| Package |")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)/?`", row.split("|")[1])}
    assert named == LAYERS.keys() - {"__main__"}


def test_no_edge_points_upward() -> None:
    wrong = []
    edges = {(module, other) for module, path in modules() if module for other in imported(path)}
    for module, other in sorted(edges):
        own, its = module.partition(".")[0], other.partition(".")[0]
        if other in {"__version__", own} or its == own:
            continue
        if its not in LAYERS or LAYERS[its] >= LAYERS[own]:
            wrong.append(f"{module} -> {other}")
    assert [edge for edge in wrong if edge not in EXCEPTIONS] == []


def test_no_cycle_within_a_package() -> None:
    """Modules of one package import each other in one direction, too; what is imported when called may look back."""
    graph = {module: imported(path, at_once=True) - {module} for module, path in modules()}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join((*path, module))
        if module not in done:
            for other in graph.get(module, ()):
                visit(other, (*path, module))
            done.add(module)

    for module in list(graph):
        visit(module, ())


def test_dnspython_is_used_in_one_place() -> None:
    users = set()
    for module, path in modules():
        for node in ast.walk(parsed(path)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any(name == "dns" or name.startswith("dns.") for name in names):
                users.add(module.partition(".")[0])
    assert users <= {"dns"}


SLOW = (
    "anyascii asyncio dns email_validator idna numpy pathlib platformdirs publicsuffixlist rich sqlite3 yaml "
    "json csv openpyxl guessmail.store guessmail.lists guessmail.dns.checker guessmail.model.learning "
    "guessmail.patterns.catalog_file guessmail.companies"
).split()


def test_a_guess_imports_nothing_slow() -> None:
    """Start-up stays within its bound by what it leaves out; see benchmarks/startup.py."""
    code = (
        "import os, sys; from guessmail.cli import main\n"
        "os._exit = sys.exit\n"
        "sys.argv = ['guessmail', 'guess', 'Jane Doe', 'example.com', '--no-mx']\n"
        "try: main()\n"
        f"finally: print([name for name in {SLOW!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GUESSMAIL_")}
    environment["GUESSMAIL_NO_RECORD"] = "1"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )
    assert done.stdout.startswith("jane.doe@example.com\n")
    assert done.stderr.splitlines()[-1] == "[]"
