"""The tests and types on every Python that guessmail supports, with the newest versions of what it is built on, and the lowest.

`pipx run nox` tries all that are installed; `pipx run nox -s tests-3.13 -- -k names` one of them, and some tests.
"""

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
# But for one, which holds the locked packages against their lock: other versions are installed here.
_TESTS = (
    "pytest",
    "--numprocesses=auto",
    "--deselect=tests/test_dependencies.py::test_all_that_a_locked_package_requires_is_locked",
)
_ASKED = ("--editable", ".[excel]", *nox.project.dependency_groups(PROJECT, "dev"))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests, on all processors."""
    _install(session)
    session.run(*_TESTS, *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions that pyproject.toml allows."""
    session.install("uv")
    session.run(
        "uv", "pip", "install", "--resolution=lowest-direct", f"--python={session.bin}/python", *_ASKED
    )
    session.run(*_TESTS, *session.posargs)


@nox.session(python=PYTHONS)
def types(session: nox.Session) -> None:
    """Check the types."""
    _install(session)
    session.run("mypy", *session.posargs)


def _install(session: nox.Session) -> None:
    session.install(*_ASKED)
