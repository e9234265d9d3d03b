"""A do-not-contact list that travels: it recognises whom the store's recognises, in another process, without the file."""

import pickle
from pathlib import Path

import pytest

from guessmail.errors import StoreError
from guessmail.names import Name, read_name
from guessmail.store import Store
from guessmail.store.files import key_path
from guessmail.store.subjects import address_subject, domain_subject, person_subject
from guessmail.store.suppression import CarriedList, SuppressionList

DATE = "2026-05-04"


def name(written: str) -> Name:
    found = read_name(written)
    assert isinstance(found, Name)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "store.db") as store:
        listed = SuppressionList(store)
        for subject in (
            person_subject(name("Jane Doe"), "acme.test"),
            address_subject("bjones@acme.test"),
            domain_subject("left.test"),
        ):
            listed.add([subject], date=DATE)
    return tmp_path / "store.db"


@pytest.mark.parametrize(
    ("written", "domain", "local_parts", "is_listed"),
    [
        ("Jane Doe", "acme.test", (), True),
        ("Doe, Jane", "eu.acme.test", (), True),
        ("Bob Jones", "acme.test", ("bob.jones", "bjones"), True),
        ("Bob Jones", "acme.test", ("bob.jones",), False),
        ("Bob Jones", "eu.acme.test", ("bjones",), True),
        ("Jane Doe", "acme.example", (), True),
        ("Ann Lee", "left.test", (), True),
        ("Ann Lee", "eu.left.test", (), True),
        ("Ann Lee", "acme.test", ("ann.lee",), False),
        ("Jane Doe", "other.test", ("jane.doe",), False),
    ],
)
def test_it_recognises_whom_the_stores_list_recognises(
    path: Path, written: str, domain: str, local_parts: tuple[str, ...], is_listed: bool
) -> None:
    carried = pickle.loads(pickle.dumps(CarriedList.of(path)))  # noqa: S301 - its own
    key_path(path).unlink()
    path.unlink()
    assert carried
    assert carried.is_suppressed(name(written), domain, local_parts) == is_listed
    assert carried.has_any_at(domain) == (domain != "other.test")


def test_it_names_nobody(path: Path) -> None:
    pickled = pickle.dumps(CarriedList.of(path))
    assert not any(text in pickled for text in (b"acme", b"left", b"jane", b"doe", b"jones"))


def test_a_list_without_its_store_or_keys_is_no_list(path: Path) -> None:
    key_path(path).unlink()
    with pytest.raises(StoreError, match="key"):
        CarriedList.of(path)
    with pytest.raises(StoreError, match="no store"):
        CarriedList.of(path.with_name("none.db"))
