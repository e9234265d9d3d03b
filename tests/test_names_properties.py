"""What holds of every name, whatever was written."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.data.name_words import SPECIAL
from guessmail.data.titles import TITLES_OR_NAMES
from guessmail.errors import Problem
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.names.slow import read_slowly
from guessmail.text import clean

_ATOM = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_ORDERS = st.sampled_from(list(NameOrder))


_PLAIN = st.text(string.ascii_lowercase, min_size=2, max_size=12)
_WORDS = st.one_of(st.sampled_from(sorted(SPECIAL | TITLES_OR_NAMES)), _PLAIN)
_ANY_WORDS = st.one_of(_WORDS, st.text("abcdeghilmnorstuäöüéøåčž", min_size=2, max_size=9))
_MARKED_WORDS = st.one_of(
    st.sampled_from("McCune MacLeod O'Neil Östman Müller Đorđe Nguyễn Li Wei Tan García Petrovich Md Ma Baker".split()),
    _ANY_WORDS, _ANY_WORDS.map(str.capitalize), _ANY_WORDS.map(str.upper),
    st.tuples(_PLAIN, _PLAIN).map(lambda pair: f"{pair[0].capitalize()}-{pair[1].capitalize()}"),
)  # fmt: skip
_LATIN = [
    "Jane",
    "doe",
    "van",
    "der",
    "y",
    "e",
    "Dr.",
    "PhD",
    "(Bob)",
    '"Bob"',
    ",",
    "-",
    "O'",
    "Müller",
    "Østergård",
    "İ",
    "<a@b.test>",
    "[/",
    "1",
    "née",
]
_OTHER = [
    "王",
    "小明",
    "박지성",
    "Щербаков",
    "Петрович",
    "Παπ",
    "محمد",
    "\u202e",
    "\x1b[31m",
    "́",
    "😀",
]
_PIECES = st.sampled_from(_LATIN + _OTHER)
_NAMES = st.one_of(
    st.text(max_size=60),
    st.lists(_PIECES, max_size=7).map(" ".join),
    st.lists(_PIECES, max_size=5).map("".join),
)


@given(st.one_of(_NAMES, st.text(st.characters(), max_size=80)))
@settings(deadline=None)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(_NAMES, _ORDERS)
@settings(max_examples=200, deadline=None)
def test_nothing_raises_and_every_spelling_fits_an_address(text: str, order: NameOrder) -> None:
    _hold(read_name(text, order=order))


@given(_NAMES, _NAMES, _NAMES)
@settings(deadline=None)
def test_nor_do_columns(given_name: str, family: str, middle: str) -> None:
    _hold(name_from_parts(given_name, family, middle))


def _hold(name: Name | Problem) -> None:
    if isinstance(name, Problem):
        return
    assert name.readings
    assert sum(r.weight for r in name.readings) == pytest.approx(1)
    for reading in name.readings:
        assert reading.firsts or reading.lasts
        for spelling in (*reading.firsts, *reading.lasts, *reading.nicks):
            assert _ATOM.fullmatch(spelling.text), spelling
            assert list(spelling.tags) == sorted(set(spelling.tags))
        assert all(_ATOM.fullmatch(middle) for middle in reading.middles)
        assert not reading.initials or reading.initials.isalnum()
        assert len({s.text for s in reading.firsts}) == len(reading.firsts)


@given(_WORDS, _WORDS, _ORDERS, st.sampled_from([str.capitalize, str.lower]))
@settings(max_examples=250, deadline=None)
def test_the_fast_path_equals_the_slow_one(first: str, last: str, order: NameOrder, case: object) -> None:
    assert callable(case)
    written = f"{case(first)} {case(last)}"
    assert read_name(written, order=order) == read_slowly(written, order)


@given(_MARKED_WORDS, st.sampled_from(["", "Q. ", "A ", "E. ", "I "]), _MARKED_WORDS, _ORDERS)
@settings(max_examples=250, deadline=None)
def test_simple_names_are_read_as_by_all_rules(first: str, initial: str, last: str, order: NameOrder) -> None:
    written = f"{first} {initial}{last}"
    assert read_name(written, order=order) == read_slowly(written, order)


@given(st.lists(_WORDS, min_size=1, max_size=4), st.sampled_from(["", " ", "\t", "\u00a0"]))
@settings(max_examples=150, deadline=None)
def test_case_and_surrounding_space_change_nothing(words: list[str], space: str) -> None:
    written = " ".join(words)
    lower, upper = read_name(written.lower()), read_name(space + written.upper() + space)
    _same(lower, upper)


@pytest.mark.parametrize(
    "written",
    [
        "Jane Doe",
        "Jan van der Berg",
        "Dr. Jane A. Doe-Smith",
        "Doe, Jane",
        "José Ortega y Gasset",
        "J. R. Smith",
        "Jürgen Müller",
        "Łukasz Żak",
    ],
)
def test_nor_does_the_case_that_people_write(written: str) -> None:
    _same(read_name(written), read_name(written.lower()))
    _same(read_name(written), read_name(written.upper()))


def _same(one: Name | Problem, other: Name | Problem) -> None:
    if isinstance(one, Problem) or isinstance(other, Problem):
        assert isinstance(one, Problem)
        assert isinstance(other, Problem)
        assert one.code is other.code
        return
    assert one.traits == other.traits
    assert [(r.firsts, r.lasts, r.middles, r.initials, r.tags) for r in one.readings] == [
        (r.firsts, r.lasts, r.middles, r.initials, r.tags) for r in other.readings
    ]
