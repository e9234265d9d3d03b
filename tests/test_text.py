"""Cleaning, folding and showing of untrusted text."""

import time

import pytest

from guessmail.errors import Code, Problem
from guessmail.names import Name, read_name
from guessmail.text import MAX_CHARACTERS, clean, fold, has_letters, printable


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Jane Doe", "Jane Doe"),
        ("  Jane \t\r\n Doe ", "Jane Doe"),
        ("Jane\u00a0\u2003Doe", "Jane Doe"),
        ("Ja\u200bne D\u00adoe", "Jane Doe"),  # zero-width space, soft hyphen
        ("\ufeffJane Doe", "Jane Doe"),
        ("Jane\u202e Doe\u202c", "Jane Doe"),
        ("Ja\x00ne\x07 Doe", "Jane Doe"),
        ("Jane \ud800Doe", "Jane Doe"),
        ("\x1b[1;31mJane\x1b[0m Doe", "Jane Doe"),
        ("\x1b]8;;http://acme.com\x07Jane\x1b]8;;\x07 Doe", "Jane Doe"),
        ("O’Neil O´Neil O`Neil Oʼneil", "O'Neil O'Neil O'Neil O'neil"),
        ("Doe–Smith Doe‐Smith", "Doe-Smith Doe-Smith"),
        ("„Bob“ «Bob» 「Bob」", '"Bob" "Bob" "Bob"'),
        ("Ｊａｎｅ　Ｄｏｅ", "Jane Doe"),
        ("Mu\u0308ller", "Müller"),
        ("Doe，Jane", "Doe,Jane"),
        ("ﬁnn", "finn"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("Đặng", "dang"),
        ("Işık", "isik"),
        ("İlker", "ilker"),
        ("Þórður", "thordur"),
        ("Œuvre", "oeuvre"),
        ("Ñandú", "nandu"),
        ("Əliyev", "aliyev"),
        ("O'Neil", "oneil"),
        ("Doe--Smith-", "doe-smith"),
        ("-", ""),
        ("李", "li"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_printable_shows_what_a_terminal_would_obey() -> None:
    assert printable("Jane Doe") == "Jane Doe"
    assert printable("\x1b[31mJane\u202e\n") == "\ufffd[31mJane\ufffd\ufffd"


def test_the_cap_comes_before_the_work() -> None:
    assert isinstance(read_name("x" * MAX_CHARACTERS), Name)
    too_long = read_name("x" * (MAX_CHARACTERS + 1))
    assert isinstance(too_long, Problem)
    assert too_long.code is Code.NAME_TOO_LONG


def test_the_worst_text_within_the_cap_is_cleaned_at_once() -> None:
    marks = "".join(chr(0x300 + i % 70) for i in range(MAX_CHARACTERS - 1))
    start = time.process_time()
    clean("a" + marks)
    clean("\ufdfa" * MAX_CHARACTERS)  # one character that becomes eighteen
    assert time.process_time() - start < 0.5


def test_letters_are_those_of_any_script() -> None:
    assert has_letters("1 שרה")
    assert not has_letters("12345 -😀")
