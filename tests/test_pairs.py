"""Names of two words that have the same kind have the same shape, and their letters in the same order."""

import random
from collections.abc import Hashable, Iterator

import pytest

from guessmail.data.surnames import ORIGINS
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.names.nicks import words_with_nicks
from guessmail.names.pairs import pair_in, pair_of
from guessmail.shapes import shape_of

MARKED = """
    Müller Jürgen Jörg Böhm Özgür Öztürk Ümit Äijälä Mäkinen Björk Söderström Åse Øyvind Ægir Brændgaard Łukasz Đorđe
    Çelik Šime Ğülen Ñandu Íñigo Łęcki Ʒiga Œuvrard Ǆemal Þór Straße Weiß Groß Ŷvain Ėglė Vũ Đặng Ångström Lönn Ää Éa Räsänen Virtanen Moinen
""".split()
ODD = "Van Jr Mr Dr De Al Ii Iii Phd Md Test Unknown Sir Von Y E La Bin Abu Van-Dyk O'Neil Doe. Doe, Mc McDoe JD 7up".split()


def words() -> list[str]:
    """Words of all kinds, so few lengths of each that many names share a kind."""
    dice = random.Random(5)
    invented = ["".join(dice.choices("abcmnoy", k=dice.randint(2, 5))).title() for _ in range(80)]
    known = [word.title() for word in sorted(words_with_nicks()) if len(word) in (3, 4)][::2]
    telling = [word.title() for word in sorted(ORIGINS) if len(word) in (4, 5)]
    return [*invented, *dice.sample(known, 40), *dice.sample(telling, 80), *MARKED, *ODD]


WORDS = words()


def names() -> Iterator[str]:
    dice = random.Random(7)
    for _ in range(12_000):
        first, last = dice.choice(WORDS), dice.choice(WORDS)
        written = dice.choice([f"{first} {last}"] * 4 + [f"{first}, {last}"] * 2 + [f"{first}  {last}"])
        yield dice.choice([written] * 5 + [written.lower()] * 2 + [written.upper()])


def in_order(name: Name | object, texts: tuple[str, ...]) -> tuple[object, list[int]]:
    """Return the shape of a name, and where its texts stand among those that its words bring."""
    assert isinstance(name, Name)
    shape, used = shape_of(name)
    return shape, [texts.index(text) if text in texts else -1 for text in used if text]


@pytest.mark.parametrize("order", list(NameOrder))
def test_written_names_of_one_kind_have_one_shape(order: NameOrder) -> None:
    found: dict[Hashable, tuple[object, list[int]]] = {}
    shared = 0
    for written in names():
        if pair := pair_of(written):
            key, texts = pair
            mine = in_order(read_name(written, order=order), tuple(texts))
            shared += key in found
            assert found.setdefault(key, mine) == mine, written
    assert shared > 2000


def test_names_by_parts_of_one_kind_have_one_shape() -> None:
    dice = random.Random(8)
    found: dict[Hashable, tuple[object, list[int]]] = {}
    shared = 0
    for _ in range(8000):
        given, family = dice.choice(WORDS), dice.choice(WORDS)
        if dice.random() < 0.3:
            given = given.lower()
        if pair := pair_in(given, family):
            key, texts = pair
            mine = in_order(name_from_parts(given, family), tuple(texts))
            shared += key in found
            assert found.setdefault(key, mine) == mine, (given, family)
    assert shared > 1000


@pytest.mark.parametrize(
    ("written", "is_pair"),
    [
        pytest.param("Jane Doe", True, id="two words"),
        pytest.param("jane doe", True, id="in lower case"),
        pytest.param("JANE DOE", True, id="in capitals"),
        pytest.param("Doe, Jane", True, id="reversed"),
        pytest.param("Jürgen Müller", True, id="marked"),
        pytest.param("Robert Smith", True, id="with short forms"),
        pytest.param("Carlos García", True, id="a surname that tells an origin"),
        pytest.param("Jane doe", False, id="one capital"),
        pytest.param("Jane", False, id="one word"),
        pytest.param("Jane Mary Doe", False, id="three words"),
        pytest.param("Dr Doe", False, id="a title"),
        pytest.param("J. Doe", False, id="an initial"),
        pytest.param("A B", False, id="initials alone"),
        pytest.param("Jean-Pierre Doe", False, id="a hyphen"),
        pytest.param("Wang Xiaoming", False, id="syllables"),
        pytest.param("Jane Doe,", False, id="a comma behind"),
        pytest.param(", Jane", False, id="a comma alone"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_which_names_are_pairs(written: str, *, is_pair: bool) -> None:
    assert (pair_of(written) is not None) is is_pair
