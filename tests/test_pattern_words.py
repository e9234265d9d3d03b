"""Patterns in words."""

import pytest

from guessmail.patterns import in_words
from guessmail.patterns.catalog import shipped


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{f}{last}", "first initial + surname"),
        ("{first}.{last}", 'given name + "." + surname'),
        ("{first:3}{l}", "first 3 letters of the given name + surname initial"),
        ("{last}|8", "surname, cut to 8 letters"),
        ("{nick}_{m}{n}", 'nickname + "_" + middle initial + number'),
    ],
)
def test_a_pattern_in_words(pattern: str, expected: str) -> None:
    assert in_words(pattern) == expected


def test_every_pattern_of_the_catalogue_has_words() -> None:
    for form in shipped().forms:
        assert "{" not in in_words(form.text)
