"""The chain of choices: every way is there, and a row of a list is the question asked alone."""

import math
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.domains.question import Employer
from guessmail.guesser import Guesser, Question, Settings
from guessmail.model.belief import Belief, Prior
from guessmail.model.ranking import Choice, Derivations
from guessmail.model.sample_evidence import conventions_of, evidence_of
from guessmail.model.traits import domain_traits
from guessmail.names import Name, Spelling, read_name
from guessmail.patterns import uncut
from guessmail.patterns.catalog import shipped
from guessmail.samples import Sample, parse_sample

DOMAIN = "acme.example"
WORDS = (
    "Jane Robert Bob J JP Jean-Pierre Doe Lee Kim Zhang Wei Xiaoming Jürgen Müller Søren O'Neil de la van der Berg "
    "García Márquez Nguyễn Thị An Anna Lindqvist Bartholomew Oberholzer Y Li Smith-Jones Дмитрий Щербаков 王小明 박지성 Dr. Jr."
).split()
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
doubled = st.sampled_from(WORDS).map(lambda word: f"{word} {word}")
domains = st.sampled_from([DOMAIN, "acme.de", "uni.ac.uk", "mail.corp.test", "firm.co.jp"])
BELIEF = Belief(Prior(shipped()), domain_traits(DOMAIN))
KNOWN = [
    parse_sample(f"{name} <{local}@{domain}>")
    for domain in (DOMAIN, "acme.de")
    for name, local in (
        ("Bob Jones", "bjones"),
        ("Jürgen Weiß", "jweiss"),
        ("Li Wei", "wli"),
        ("Robert Kim", "ext.rkim"),
        ("Ann Lee", "alee2"),
    )
]


def ways(written: str, belief: Belief = BELIEF) -> Derivations:
    name = read_name(written)
    assert isinstance(name, Name)
    return Derivations(name, belief)


@settings(max_examples=100, deadline=None)
@given(names | doubled)
def test_all_ways_and_no_pattern_sum_to_one(written: str) -> None:
    if isinstance(read_name(written), Name):
        found = ways(written)
        assert math.fsum(found.sums().values()) + found.none == pytest.approx(1.0, abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(names | doubled, st.booleans())
def test_a_sum_is_that_of_the_ways_and_its_pattern_that_of_the_best(written: str, is_known: bool) -> None:
    if isinstance(read_name(written), Name):
        belief = Guesser(samples=KNOWN).format_of(DOMAIN).belief if is_known else BELIEF
        found = ways(written, belief)
        for local, chance in found.sums().items():
            every = list(found.of_local_part(local))
            assert math.fsum(way.probability for way in every) == pytest.approx(chance, abs=1e-12)
            best = max(every, key=lambda way: way.probability).form
            plain = [way.form for way in every if way.form.text == uncut(best.text)]
            assert found.best_form(local) is [*plain, best][0]


@settings(max_examples=100, deadline=None)
@given(names | doubled, st.integers(min_value=0, max_value=49))
def test_a_way_renders_as_its_pattern_does(written: str, at: int) -> None:
    if isinstance(read_name(written), Name):
        found = ways(written)
        locals_ = sorted(found.sums())
        for way in found.of_local_part(locals_[at % len(locals_)]):
            reading = way.reading
            for first, last in product(
                (*reading.firsts, *reading.nicks, Spelling("")), (*reading.lasts, Spelling(""))
            ):
                parts = {
                    "first": first.text,
                    "f": first.text[:1] or reading.initials,
                    "last": last.text,
                    "l": last.text[:1],
                    "middle": "".join(reading.middles[:1]),
                    "m": "".join(reading.middles[:1])[:1],
                    "nick": "".join([nick.text for nick in reading.nicks][:1]),
                }
                if way.form.pattern.render(parts) == way.local_part:
                    break
            else:
                pytest.fail(f"{way.form.text} does not make {way.local_part}")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names | doubled, domains), min_size=1, max_size=6), st.sampled_from([(), KNOWN]))
def test_a_row_of_a_list_is_the_question_asked_alone(
    asked: Sequence[tuple[str, str]], known: Sequence[Sample]
) -> None:
    questions = [Question(name, domain) for name, domain in asked]
    listed = list(guesser(known).guess_all(questions))
    assert listed == [guesser(known).guess(question) for question in questions]


def guesser(known: Sequence[Sample]) -> Guesser:
    return Guesser(samples=known, settings=Settings(Choice(top=5, min_probability=0.0)))


@pytest.mark.parametrize(
    ("written", "local_part", "patterns"),
    [
        ("Jane Doe", "jdoe", {"{f}{last}", "{f}{last}|8", "{f}{last}|7", "{f}{last}|6", "{f}{last:3}"}),
        ("Ann Ash", "aash", {"{f}{last}"}),
        ("JP Smith", "jpsmith", {"{first}{last}", "{f}{last}"}),
    ],
)
def test_every_way_to_an_address_is_known(written: str, local_part: str, patterns: set[str]) -> None:
    found = {way.form.text for way in ways(written).of_local_part(local_part)}
    assert patterns <= found


@pytest.mark.parametrize(
    ("domain", "traits"),
    [
        ("acme.com", ("suffix=com",)),
        ("acme.de", ("country=de",)),
        ("acme.io", ("suffix=io",)),
        ("acme.example", ("suffix=other",)),
        ("acme.co.uk", ("country=gb",)),
        ("uni.ac.uk", ("academic=gb", "kind=academic")),
        ("cs.uni.edu", ("academic=us", "kind=academic", "subdomain=yes")),
    ],
)
def test_traits_of_domains(domain: str, traits: tuple[str, ...]) -> None:
    assert domain_traits(domain) == traits


def test_a_company_brings_its_traits() -> None:
    assert set(domain_traits("acme.de", Employer("Acme Systems GmbH"))) > {
        "country=de",
        "company-form=german",
    }


def test_a_name_without_a_choice_says_nothing_of_a_convention() -> None:
    name = read_name("Bob Holbeck")
    assert isinstance(name, Name)
    evidence = evidence_of(name, "bob.holbeck", BELIEF)
    assert "umlaut=bare" not in conventions_of([evidence], [[1.0] * len(evidence.matches)])


def test_conventions_come_in_the_order_of_the_ways() -> None:
    # Else the last digits depend on the addresses of objects.
    name = read_name("Robert Jean-Pierre García Márquez")
    assert isinstance(name, Name)
    for local in ("robert", "rgarcia", "garcia", "bob.garcia"):
        evidence = evidence_of(name, local, BELIEF)
        patterns = dict.fromkeys(match.pattern for match in evidence.matches)
        shown = dict.fromkeys(pattern for _, pattern, _ in evidence.conventions)
        assert list(shown) == [pattern for pattern in patterns if pattern in shown]


@pytest.mark.parametrize(
    ("written", "local", "pattern"),
    [
        ("Bob Jones", "bob", "{first}"),
        ("Fu Wei", "fuwei", "{first}{last}"),
        ("Ann Poe", "annp", "{first}{l}"),
    ],
)
def test_a_cut_that_cuts_nothing_is_not_shown(written: str, local: str, pattern: str) -> None:
    form = ways(written).best_form(local)
    assert form
    assert form.text == pattern
