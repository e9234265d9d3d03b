"""Names that are not read lead to the mould and the letters that reading them leads to."""

import random
from collections.abc import Iterator

import pytest

from guessmail.catalog import only, shipped
from guessmail.data.name_words import JOB_WORDS, PARTICLES, SPECIAL, TITLES
from guessmail.data.surnames import ORIGINS
from guessmail.guesser import Question
from guessmail.kinds import Kinds
from guessmail.moulds import Moulds
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.names.nicks import words_with_nicks
from guessmail.namesakes import words_of
from guessmail.prior import Prior
from guessmail.problems import Problem
from guessmail.shapes import shape_of

DICE = random.Random(11)
SYLLABLES = ["an", "bo", "ce", "no", "ma", "ri", "yo", "ova", "na", "el"]
INVENTED = ["".join(DICE.choices(SYLLABLES, k=DICE.randint(1, 2))).title() for _ in range(60)]
SHORTENED = DICE.sample(sorted(word.title() for word in words_with_nicks() if len(word) < 6), 20)
TELLING = DICE.sample(sorted(word.title() for word in ORIGINS if len(word) < 6), 40)
PATRONYMICS = ["Ivanovich", "Petrovna", "Nikolaevich"]
MARKED = ["Müller", "Jürgen", "Özgür", "Søren", "Åse", "Łukasz", "Núñez", "José", "Mäkinen", "Öz"]
COMPOUND = [
    "Smith-Jones",
    "Ann-Marie",
    "Anna-Bo-Ce",
    "McDonald",
    "DeShawn",
    "O'Neil",
    "D'Anna",
    "Al-Amin",
    "Bo-Anna",
    "El-Cenoa",
    "De-Maria",
    "McBo",
    "LaBo",
    "MaBo",
    "D'Neil",
    "O'Anna",
    "No'Bo",
]
INITIALS = ["J.", "M", "A.", "Y.", "E", "I", "X", "D.", "O"]
KNOWN = [
    *(word for word in sorted(PARTICLES) if word.isascii()),
    "de", "la", "van", "der", "Van", "De", "Abdul", "Bin", "y", "e", "i", "al", "El", "née", "Dr.", "Dr", "Mr", "Mrs.",
    "Prof.", "PhD", "Ph.D.", "MD", "Jr", "Jr.", "II", "III", "Sir", "Esq.", "MBA", "CPA", "Inc", "Engineer", "the",
]  # fmt: skip
KNOWN += DICE.sample(sorted(word.title() for word in SPECIAL | TITLES | JOB_WORDS if word.isalpha()), 80)
ODD = [
    "JD",
    "J.R.",
    "jane",
    "DOE",
    "7up",
    "(Bo)",
    '"Bo"',
    "Bo/",
    "-",
    ".",
    "",
    "Müller-Öz",
    "mc",
    "Jean-pierre",
    "田中",
]
MANY = [*INVENTED, *INVENTED, *INVENTED, *INVENTED, *SHORTENED, *TELLING, *COMPOUND, *INITIALS, *INITIALS]
ALL = [*MANY, *KNOWN, *KNOWN[-60:], *MARKED, *PATRONYMICS, *ODD]


def written(size: int) -> str:
    words = [DICE.choice(MANY if DICE.random() < 0.85 else ALL) for _ in range(size)]
    if DICE.random() < 0.25:
        at = DICE.randrange(size)
        words[at] += ","
    name = " ".join(words)
    return DICE.choice([name] * 6 + [name.lower(), name.upper()])


def questions(count: int) -> Iterator[Question]:
    """Names of few lengths, so that many share a kind."""
    for _ in range(count):
        if DICE.random() < 0.2:
            given, middle, family = (written(DICE.choice([1, 1, 2])) for _ in range(3))
            yield Question(given=given, middle=DICE.choice([middle, "", ""]), family=family)
        else:
            yield Question(written(DICE.choice([1, 2, 3, 3, 3, 4, 5])))


@pytest.mark.parametrize("order", list(NameOrder))
def test_an_unread_name_has_the_mould_and_letters_of_the_read_one(order: NameOrder) -> None:
    def read(question: Question) -> Name | Problem:
        if question.given or question.family:
            return name_from_parts(question.given, question.family, question.middle)
        return read_name(question.name, order=order)

    reads = 0

    def count(question: Question) -> Name | Problem:
        nonlocal reads
        reads += 1
        return read(question)

    moulds = Moulds(Prior(only(shipped(), "{first}.{last}")))  # so many with all patterns would take a minute
    kinds, unread = Kinds(moulds, count), 0
    for question in questions(4000):
        before = reads
        found = kinds.of(question)
        if found is None:
            continue
        unread += reads == before
        name = read(question)
        assert isinstance(name, Name), question
        mould, letters, words = found
        shape, texts = shape_of(name)
        assert letters.startswith("".join(texts)), question
        assert mould.shape == moulds.fitting(shape, letters).shape, question
        assert words_of(name) <= {*words}, question
    assert unread > 400, (unread, reads)
