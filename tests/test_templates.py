"""Each row of a list equals the same question asked alone: templates give what weighing all ways gives."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.candidates import Choice
from guessmail.guesser import Guesser, Question, Settings
from guessmail.names import Name, NameOrder, read_name
from guessmail.output.added import cells_of
from guessmail.output.cells import Cells
from guessmail.samples import parse_sample
from guessmail.shapes import TAIL, Guards, Stencil, name_of, shape_of, unified

SAMPLES = [
    *(
        f"{first} {last} <{first[0]}{last}@initial.example>".lower()
        for first, last in (("Bob", "Jones"), ("Al", "Ames"))
    ),
    "Hans Müller <mueller@umlaut.example>",
    "Li Wei <wei.li@family.example>",
    "Jane Doe <ext-jdoe@induced.example>",
    "Bob Foo <ext-bfoo@induced.example>",
    "Anna Allen <allen@held.example>",
    "Jon Smith <x17@held.example>",
    "anna.jones@bare.example",
    "tom.smith@bare.example",
]
DOMAINS = ["plain.example", "plain.edu", "www.plain.example", "plain", *(f"{one}.example" for one in
           ("initial", "umlaut", "family", "induced", "held", "bare"))]  # fmt: skip
ODD = [
    "Anna Allen", "Jo Jo", "Ann Nan", "Nana Na", "Anna Anna", "Aa Aaa", "Robert Smith", "Robert Boberts", "Bob Roberts",
    "Jane Robert", "James Thomas", "Li Wei", "Wei Li", "Zhang Xiaoming", "Xiaoming Zhang", "Nguyen Thuy", "Kim Minjun",
    "Szabo Anna", "Jean-Pierre Dupont", "Hans Müller", "Jürgen Jung", "Øyvind Åse", "Doe, Jane", "Müller, Hans", "Jane",
    "Ludwig van der Berg", "María García López", "J. R. Doe", "Jane M. Doe", "Jane (Janie) Doe", "田中 太郎", "王 伟",
    "Иван Петров", "jane doe", "JANE DOE", "Christopher Featherstonehaughington", "A" * 39 + " B" + "b" * 39, "", "123",
    "Mary Ann Smith-Jones", "Jo-Ann O'Neil", "Jane Doe <jane@plain.example>", "Jane Doe",
]  # fmt: skip

_syllables = st.sampled_from(
    ["an", "na", "jo", "ab", "ba", "a", "li", "wei", "rob", "ert", "smi", "ö", "-", "xx"]
)
_words = st.one_of(
    st.lists(_syllables, min_size=1, max_size=4).map("".join),
    st.text("ab", min_size=1, max_size=6),
    st.sampled_from(
        ["robert", "bob", "smith", "wang", "li", "nguyen", "müller", "garcía", "de", "jr", "thomas"]
    ),
)
names = st.one_of(
    st.sampled_from(ODD),
    st.lists(_words.map(str.title), min_size=2, max_size=3).map(" ".join),
    st.tuples(_words, _words).map(lambda pair: f"{pair[0].title()}, {pair[1].title()}"),
)


def guesser(top: int = 5, *, until: float = 1.0, order: NameOrder = NameOrder.AUTO) -> Guesser:
    return Guesser(samples=map(parse_sample, SAMPLES), settings=Settings(Choice(top, until), order))


SHARED = {top: guesser(top) for top in (1, 5)}
ROWS = {top: Cells(one, top) for top, one in SHARED.items()}


def assert_same(one: Guesser, cells: Cells, top: int, question: Question) -> None:
    alone = one.guess(question)
    for _ in range(5):  # the first names of a shape are weighed one by one
        assert cells.of(question) == cells_of(alone, top)
    assert next(one.guess_all([question])) == alone


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("top", [1, 5])
def test_odd_names_are_as_alone(name: str, top: int) -> None:
    for domain in DOMAINS:
        assert_same(SHARED[top], ROWS[top], top, Question(name, domain))


@settings(deadline=None, max_examples=150)
@given(name=names, domain=st.sampled_from(DOMAINS), top=st.sampled_from([1, 5]))
def test_a_row_is_as_the_question_alone(name: str, domain: str, top: int) -> None:
    assert_same(SHARED[top], ROWS[top], top, Question(name, domain))


def test_rows_are_as_alone_when_moulds_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guessmail.moulds._MOST", 3)
    one = guesser(5)
    cells = Cells(one, 5)
    for domain in ("plain.example", "initial.example"):
        for name in ODD:
            assert_same(one, cells, 5, Question(name, domain))


@pytest.mark.parametrize("order", list(NameOrder))
def test_all_orders_and_limits_are_as_alone(order: NameOrder) -> None:
    one = guesser(1000, until=0.7, order=order)
    cells = Cells(one, 1000)
    for name in ODD[:20]:
        assert_same(one, cells, 1000, Question(name, "plain.example"))


@pytest.mark.parametrize("domain", [one for one in DOMAINS if one.endswith((".example", ".edu"))])
def test_a_rate_is_the_probability_among_all(domain: str) -> None:
    one = SHARED[5]
    for written in ODD:
        name = read_name(written)
        if isinstance(name, Name):
            offered = [candidate.address for candidate in one.guess(Question(written, domain)).candidates]
            for address in (*offered, f"nobody.else@{domain}"):
                ranked = one.rank_address(name, address)
                assert ranked is not None
                assert one.rate(name, address) == ranked.probability


def test_names_in_columns_are_as_alone() -> None:
    for given_name, family in (("Jane", "Doe"), ("Jean-Pierre", "de la Tour"), ("Jane", "")):
        question = Question("", "plain.example", given=given_name, family=family)
        assert_same(SHARED[5], ROWS[5], 5, question)


def test_most_rows_come_from_templates() -> None:
    dice = random.Random(1)
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(dice.choices(letters, k=dice.randint(3, 8))).title() for _ in range(400)]
    one = guesser(5)
    found = [one.offered(Question(f"{first} {last}", "plain.example")) for first, last in pairwise(words)]
    assert sum(isinstance(offered, tuple) for offered in found) > 0.97 * len(found)


@given(names)
def test_a_shape_keeps_lengths_and_equal_beginnings(written: str) -> None:
    name = read_name(written)
    if not isinstance(name, Name):
        return
    shape, texts = shape_of(name)
    letters = "".join(texts)
    assert len(shape.letters) == len(letters)
    again = name_of(shape)
    assert again.traits == name.traits
    for reading, placeholders in zip(name.readings, again.readings, strict=True):
        assert [len(one.text) for one in reading.firsts] == [len(one.text) for one in placeholders.firsts]
        assert (reading.tags, reading.weight) == (placeholders.tags, placeholders.weight)
    assert Stencil(shape, shape.letters).fill(letters + TAIL) == letters


@pytest.mark.parametrize(
    ("written", "fires"),
    [
        pytest.param("Anna Anders", False, id="a different letter"),
        pytest.param("Ben Nebel", False, id="first letters differ"),
        pytest.param("Jo Om", True, id="the o is in both"),
    ],
)
def test_guards_fire_where_two_words_are_the_same(written: str, *, fires: bool) -> None:
    name = read_name(written)
    assert isinstance(name, Name)
    shape, texts = shape_of(name)
    letters = "".join(texts) + TAIL
    first, last = shape.texts[0], shape.texts[1]
    guards = Guards(shape, [(first[:1] + last[:1], first[:1] + first[1:2])])
    same = guards.fired(letters)
    assert bool(same) is fires
    if fires:
        assert len(set(unified(shape, same).letters)) < len(set(shape.letters))
