"""What guessmail is built on: all of it locked by hashes, and its licences in the document."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
GROUPS = ("dev", "tools", "docs", "fuzz", "spark")
LOCKS = ("requirements.txt", *(f"requirements-{group}.txt" for group in GROUPS))
ROWS = re.findall(
    r"^\| ([\w.-]+) \| \**([\w.-]+)\** \|", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE
)
LICENCES: dict[str, str] = {
    canonicalize_name(name): licence for name, licence in ROWS if name not in {"Package", "---"}
}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = PYPROJECT["project"]


def locked(file: str) -> dict[str, str]:
    """Return the versions that a requirements file names, by package."""
    text = (ROOT / file).read_text().replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
    requirements = [Requirement(re.split(r"\s+--hash", line)[0]) for line in lines if line]
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in requirements}


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_is_locked_to_a_version_by_hashes_without_an_address(file: str) -> None:
    text = (ROOT / file).read_text()
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            assert re.fullmatch(r"[\w.-]+==[\w.!+-]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line), (
                line
            )
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_what_the_project_asks_for_is_locked(group: str) -> None:
    extra = PROJECT["optional-dependencies"].get(group or "excel")
    more = PYPROJECT["dependency-groups"][group] if extra is None else extra
    versions = locked(f"requirements-{group}.txt" if group else "requirements.txt")
    for requirement in map(Requirement, PROJECT["dependencies"] + more):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("group", GROUPS)
def test_the_files_agree(group: str) -> None:
    own = locked(f"requirements-{group}.txt")
    base = locked("requirements.txt") if group == "dev" else locked("requirements-dev.txt")
    assert not {name: (own[name], base[name]) for name in own.keys() & base.keys() if own[name] != base[name]}


def test_each_python_that_is_supported_is_named_and_tried() -> None:
    """By the classifiers, of which noxfile.py makes its matrix, and by the Makefile, which looks for one."""
    minors = [
        int(found[1])
        for one in PROJECT["classifiers"]
        if (found := re.fullmatch(r"Programming Language :: Python :: 3\.(\d+)", one))
    ]
    assert PROJECT["requires-python"] == f">=3.{minors[0]}"
    assert minors == list(range(minors[0], minors[-1] + 1))
    assert [f"python3.{minor}" for minor in reversed(minors)] == re.findall(
        r"python3\.\d+", (ROOT / "Makefile").read_text()
    )


def test_the_document_names_what_guessmail_runs_with_and_its_licence() -> None:
    assert LICENCES.keys() == locked("requirements.txt").keys()


@pytest.mark.parametrize("name", sorted(LICENCES))
def test_the_licence_is_the_one_that_the_package_states(name: str) -> None:
    data: Any = distribution(name).metadata
    stated = " ".join(
        [
            *(data.get_all("License-Expression") or ()),
            *(data.get_all("License") or ()),
            *(data.get_all("Classifier") or ()),
        ]
    )
    family = LICENCES[canonicalize_name(name)].split("-")[0]
    assert re.search(
        rf"\b{family}\b|{ {'LGPL': 'Lesser General', 'MPL': 'Mozilla'}.get(family, family) }", stated
    ), stated[:300]
