"""What guessmail is built on: all of it locked by hashes, and its licences in the document."""

import re
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
GROUPS = ("build", "dev", "tools", "docs", "fuzz", "spark")
LOCKS = ("requirements.txt", *(f"requirements-{group}.txt" for group in GROUPS))
ROWS = re.findall(
    r"^\| ([\w.-]+) \| \**([\w.-]+)\** \|", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE
)
LICENCES: dict[str, str] = {
    canonicalize_name(name): licence for name, licence in ROWS if name not in {"Package", "---"}
}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]


def locked(file: str) -> dict[str, str]:
    """Return the versions that a requirements file names, by package."""
    text = (ROOT / file).read_text("utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
    requirements = [Requirement(re.split(r"\s+--hash", line)[0]) for line in lines if line]
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in requirements}


def asked_for(group: str) -> list[Requirement]:
    """Return what pyproject.toml wants a requirements file to lock, by the file's group or extra."""
    if group == "build":
        lines = PYPROJECT["dependency-groups"]["build"]
    else:
        extra = PROJECT["optional-dependencies"].get(group or "excel")
        lines = PROJECT["dependencies"] + (extra or PYPROJECT["dependency-groups"][group])
    own = [Requirement(line) for line in lines if isinstance(line, str)]
    return own + [one for line in lines if isinstance(line, dict) for one in asked_for(line["include-group"])]


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_is_locked_to_a_version_by_hashes_without_an_address(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            assert re.fullmatch(r"[\w.-]+==[\w.!+-]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line), (
                line
            )
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_what_the_project_asks_for_is_locked(group: str) -> None:
    versions = locked(f"requirements-{group}.txt" if group else "requirements.txt")
    for requirement in asked_for(group):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("group", GROUPS)
def test_the_files_agree(group: str) -> None:
    own = locked(f"requirements-{group}.txt")
    base = locked("requirements.txt") if group == "dev" else locked("requirements-dev.txt")
    assert not {name: (own[name], base[name]) for name in own.keys() & base.keys() if own[name] != base[name]}


@pytest.fixture
def check_lock(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path], tuple[object, str]]:
    def checked(file: Path) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["check-lock", str(file)])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(ROOT / ".ci" / "check-lock"))
        return ended.value.code, capsys.readouterr().err

    return checked


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-build.txt", "requirements-dev.txt"])
def test_all_that_a_locked_package_requires_is_locked(
    check_lock: Callable[[Path], tuple[object, str]], file: str
) -> None:
    """As the packages that are installed here state it; make looks at those of the other files."""
    assert check_lock(ROOT / file) == (False, "")


def installed(folder: Path, name: str, *requires: str) -> None:
    """Lay a package's metadata into a folder."""
    place = folder / f"{name}-1.dist-info"
    place.mkdir()
    lines = [f"Requires-Dist: {one}" for one in requires]
    (place / "METADATA").write_text(
        "\n".join(["Metadata-Version: 2.4", f"Name: {name}", "Version: 1", *lines]) + "\n"
    )


@pytest.mark.parametrize(
    ("requires", "names", "says"),
    [
        (("other",), ("one",), "one requires other, but nothing is locked."),
        (("other>=2",), ("one", "other"), "one requires other>=2, but other==1 is locked."),
        (("other[more]",), ("one", "other"), 'other requires third; extra == "more", but nothing is locked.'),
        (('other; sys_platform == "darwin"',), ("one",), "but nothing is locked."),
        (('other; python_version >= "3.13"',), ("one",), "but nothing is locked."),
        (("other",), ("one", 'other==1 ; sys_platform == "linux"'), 'but other==1; sys_platform == "linux" is locked.'),
        (("lost",), ("one", "lost"), "lost is not installed."),
        (("other",), ("one", "other==2"), "other==2 is locked, but 1 is installed."),
        (("other[more]",), ("one", "other", "third"), ""),
        (('gone; python_version < "3.11"', 'gone; extra == "unasked"'), ("one",), ""),
    ],
    ids=["lacking", "too old", "of an extra", "elsewhere", "on a later Python", "locked here alone", "unknown", "another", "whole", "not needed"],
)  # fmt: skip
def test_what_a_lock_lacks_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    check_lock: Callable[[Path], tuple[object, str]],
    requires: tuple[str, ...],
    names: tuple[str, ...],
    says: str,
) -> None:
    installed(tmp_path, "one", *requires)
    installed(tmp_path, "other", 'third; extra == "more"')
    installed(tmp_path, "third")
    monkeypatch.syspath_prepend(tmp_path)
    lock = tmp_path / "lock.txt"
    lock.write_text(
        "".join(f"{name if '=' in name else f'{name}==1'} \\\n    --hash=sha256:00\n" for name in names)
    )
    status, said = check_lock(lock)
    assert status is bool(says)
    assert says in said


@pytest.mark.parametrize("group", ["run", *GROUPS])
def test_what_make_installs_is_locked_and_checked(tmp_path: Path, group: str) -> None:
    """Each installation is one of a file with hashes alone, and ends with a look at what it lacks."""
    command = ["make", "--dry-run", f"VENV={tmp_path}", f"{tmp_path}/.{group}-ready"]
    made = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    installs = re.findall(r"pip install (.*?)(?:$|<)", made.replace("\\\n", " "), re.MULTILINE)
    locks = [line for line in installs if "--editable" not in line]
    assert locks
    assert all("--no-build-isolation" in line and "--no-deps" in line for line in installs)
    for line in locks:
        assert "--require-hashes" in line
        files = " ".join(re.findall(r"--requirement (\S+)", line))
        assert f"check-lock {files} && " in line
        assert "-m pip check" in line
    assert ("requirements.txt" if group == "run" else f"requirements-{group}.txt") in locks[-1]


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
        r"python3\.\d+", (ROOT / "Makefile").read_text("utf-8")
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
