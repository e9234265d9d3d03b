"""Patterns outside the catalogue, bare addresses, and whose the known addresses are."""

import pytest

from guessmail.guesser import Guesser, Question
from guessmail.model.holders import Holder, Holders
from guessmail.model.induction import induce
from guessmail.model.ranking import Basis, Candidate
from guessmail.model.sample_evidence import UNKNOWN, owner_of
from guessmail.names import Name, read_name
from guessmail.samples import parse_sample

DOMAIN = "acme.example"


def name_of(written: str) -> Name:
    name = read_name(written)
    assert isinstance(name, Name)
    return name


def induced(*samples: tuple[str, str]) -> list[str]:
    return [str(one.pattern) for one in induce([(name_of(name), local) for name, local in samples])]


def offered(name: str, *samples: str) -> tuple[Candidate, ...]:
    return Guesser(samples=map(parse_sample, samples)).guess(Question(name, DOMAIN)).candidates


def first(name: str, *samples: str) -> Candidate:
    return offered(name, *samples)[0]


# induction


@pytest.mark.parametrize(
    ("samples", "pattern"),
    [
        ([("Bob Jones", "ext.bob.jones"), ("Ann Lee", "ext.ann.lee")], "ext.{first}.{last}"),
        ([("Bob Jones", "x_bjones"), ("Ann Lee", "x_alee")], "x_{f}{last}"),
        ([("Bob Jones", "bjones.ext"), ("A. Lee", "alee.ext")], "{f}{last}.ext"),
        ([("Bob Jones", "bob.jones-ext"), ("Ann Lee", "ann.lee-ext")], "{first}.{last}-ext"),
        ([("Robert Jones", "roberjo"), ("Martha Kramer", "marthkr")], "{first:5}{last:2}"),
        ([("Robert Jones", "jonrob"), ("Martha Kramer", "kramar")], "{last:3}{first:3}"),
        ([("Robert Jones", "jonr"), ("Martha Kramer", "kram")], "{last:3}{f}"),
        ([("Christopher Featherstone", "feathers")], "{last}|8"),
        ([("Robert Jones", "jones_r"), ("Martha Kramer", "kramer_m")], "{last}_{f}"),
        (
            [("Christopher Winston", "christopher.w"), ("Alexandrina Fielding", "alexandrina.f")],
            "{first}.{l}",
        ),
    ],
)
def test_samples_induce_their_pattern(samples: list[tuple[str, str]], pattern: str) -> None:
    assert induced(*samples) == [pattern]


def test_affixes_of_one_kind_share_the_support_of_all() -> None:
    """Who is at which country's office is not known of the next person."""
    samples = "Ann Lee <alee.de@{0}>", "Bob Jones <bjones.fr@{0}>", "Carol Smith <csmith.uk@{0}>"
    found = offered("Jane Doe", *(one.format(DOMAIN) for one in samples))
    assert [one.address.partition("@")[0] for one in found[:3]] == ["jdoe.de", "jdoe.fr", "jdoe.uk"]


def test_a_written_nickname_in_a_sample_counts_for_the_next_one() -> None:
    best = first("Francisco (Paco) Gil", f"José (Pepe) Ruiz <pepe.ruiz@{DOMAIN}>")
    assert best.address == f"paco.gil@{DOMAIN}"


def test_the_shortest_description_wins() -> None:
    assert induced(("Bob Jones", "x.bob.jones"), ("Bob Jonas", "x.bob.jonas")) == ["x.{first}.{last}"]


@pytest.mark.parametrize(
    ("name", "local"),
    [("Bob Jones", "wombat"), ("Bob Jones", "jbo"), ("Ann Lee", "zq7"), ("Bob Jones", "bjo")],
)
def test_one_sample_induces_nothing_absurd(name: str, local: str) -> None:
    assert induced((name, local)) == []


def test_a_number_of_ones_own_is_no_pattern() -> None:
    assert induced(("Bob Jones", "bob.jones1984"), ("Ann Lee", "ann.lee1984")) == []


def test_one_sample_with_a_prefix_is_a_weak_hint() -> None:
    (one,) = induce([(name_of("Bob Jones"), "ext.bob.jones")])
    assert 0 < one.support < 0.5


@pytest.mark.parametrize("count", [60, 150, 300])
def test_many_samples_all_count(count: int) -> None:
    letters = "abcdefghijklmnopqrst"
    names = [f"{a}{b}nna {b}{a}lund" for a in letters for b in letters][:count]
    (one,) = induce([(name_of(name), "ext." + name.replace(" ", ".")) for name in names])
    assert str(one.pattern) == "ext.{first}.{last}"
    assert len(one.samples) == count


def test_what_was_induced_is_offered() -> None:
    samples = ("Bob Jones <ext.bob.jones@acme.example>", "Ann Lee <ext.ann.lee@acme.example>")
    found = first("Jane Doe", *samples)
    assert (found.address, found.pattern) == ("ext.jane.doe@acme.example", "ext.{first}.{last}")


# bare addresses


@pytest.mark.parametrize(
    ("local", "owner"),
    [
        ("john.smith", ("John", "Smith")),
        ("smith.john", ("John", "Smith")),
        ("john_smith", ("John", "Smith")),
        ("jsmith", ("J…", "Smith")),
        ("j.smith", ("J…", "Smith")),
        ("smith.j", ("J…", "Smith")),
        ("johns", ("John", "S…")),
        ("johnsmith", ("John", "Smith")),
    ],
)
def test_whose_a_bare_address_may_be(local: str, owner: tuple[str, str]) -> None:
    name = owner_of(local)
    assert name is not None
    reading = name.readings[0]
    parts = (reading.given.title(), reading.family.title())
    assert tuple(part.replace(UNKNOWN, "…") for part in parts) == owner


@pytest.mark.parametrize("local", ["zq7", "x", "bob.jones2", "a.b.c.d", "wombat77"])
def test_what_shows_no_name(local: str) -> None:
    assert owner_of(local) is None


def test_bare_addresses_count_less_than_those_with_names() -> None:
    bare = ("john.smith@acme.example", "mary.johnson@acme.example")
    named = ("John Smith <john.smith@acme.example>", "Mary Johnson <mary.johnson@acme.example>")
    nothing = first("Jane Doe").probability
    assert first("Jane Doe", *bare).address == "jane.doe@acme.example"
    assert nothing < first("Jane Doe", *bare).probability < first("Jane Doe", *named).probability


# holders


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("Robert Jones", "Bob Jones"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Doe, Jane", "Jane Doe"),
    ],
)
def test_the_same_person_under_two_spellings(held: str, asked: str) -> None:
    found = first(asked, f"{held} <wombat@acme.example>")
    assert (found.address, found.basis) == ("wombat@acme.example", Basis.KNOWN)
    assert found.probability < 1.0


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("Paul Weber <paul.weber@acme.example>", "Paula Weber"),
        ("Jane Anna Doe <jane.doe@acme.example>", "Jane Berta Doe"),
        ("Jane A. Doe <jane.doe@acme.example>", "Jane B. Doe"),
    ],
)
def test_near_namesakes_are_other_people(held: str, asked: str) -> None:
    found = {one.address: one for one in offered(asked, held)}
    assert all(one.basis is not Basis.KNOWN for one in found.values())
    assert all(one.probability <= 0.35 for address, one in found.items() if address in held)


def test_an_address_of_somebody_else_counts_less() -> None:
    usual = ("Tom Poe <tpoe@acme.example>", "Eva Roe <eroe@acme.example>", "Max Moe <mmoe@acme.example>")
    free = first("Jane Doe", *usual)
    taken = Guesser(samples=map(parse_sample, (*usual, "Jim Doe <jdoe@acme.example>")))
    held = next(
        one for one in taken.guess(Question("Jane Doe", DOMAIN)).candidates if one.address == free.address
    )
    assert held.probability < free.probability
    assert held.basis == Basis.SAMPLES


@pytest.mark.parametrize(
    ("name", "holder"),
    [("Bob Jones", Holder.SAME), ("Robert Jones", Holder.SAME), ("Ann Lee", Holder.OTHER)],
)
def test_who_holds(name: str, holder: Holder) -> None:
    holders = Holders([("bjones", name_of("Bob Jones")), ("zq7", None)])
    assert holders.holder_of("bjones", name_of(name)) is holder
    assert holders.holder_of("zq7", name_of(name)) is Holder.UNNAMED
    assert holders.holder_of("nobody", name_of(name)) is None
