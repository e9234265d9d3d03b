"""Samples whose address is somebody else's, and the numbers that tell namesakes apart."""

import pytest

from guessmail.guesser import Guesser, Question
from guessmail.model.formats import Format
from guessmail.model.holders import Numbering, find_suspects, numbering_of, split_number
from guessmail.model.learning import ASTRAY, SWAPPED
from guessmail.names import Name
from guessmail.samples import parse_sample

DOMAIN = "acme.example"
USUAL = (
    "Tom Poe <tom.poe@acme.example>",
    "Eva Roe <eva.roe@acme.example>",
    "Max Moe <max.moe@acme.example>",
)


def guesser(*samples: str) -> Guesser:
    return Guesser(samples=map(parse_sample, samples))


def learned(*samples: str) -> Format:
    return guesser(*samples).format_of(DOMAIN)


def counted(fmt: Format) -> set[str]:
    return {str(vote.sample) for vote in fmt.votes}


def best(name: str, *samples: str) -> tuple[str, float]:
    found = guesser(*samples)
    read = found.read_name(Question(name, DOMAIN))
    assert isinstance(read, Name)
    ranked = found.rank(read, DOMAIN).best()
    assert sum(probability for _, probability in ranked) < 1.0
    return ranked[0]


def test_two_that_were_swapped_get_their_own_addresses() -> None:
    wrong = ("Bob Jones <ann.lee@acme.example>", "Ann Lee <bob.jones@acme.example>")
    fmt = learned(*USUAL, *wrong)
    assert {*USUAL, "Ann Lee <ann.lee@acme.example>", "Bob Jones <bob.jones@acme.example>"} == counted(fmt)
    assert {str(one.sample): one.reason for one in fmt.rejected} == dict.fromkeys(wrong, SWAPPED)
    assert best("Ann Lee", *USUAL, *wrong)[0] == "ann.lee"


def test_three_in_a_circle_get_their_own_addresses() -> None:
    circle = (
        "Bob Jones <ann.lee@acme.example>",
        "Ann Lee <kim.fox@acme.example>",
        "Kim Fox <bob.jones@acme.example>",
    )
    assert {vote.sample.local_part for vote in learned(*USUAL, *circle).votes if not vote.shares} == set()


def test_one_alone_is_set_aside_with_the_reason() -> None:
    astray = "Bob Jones <lisa.ray@acme.example>"
    fmt = learned(*USUAL, astray, "Lisa Ray <lisa.r@acme.example>")
    (rejected,) = fmt.rejected
    assert (str(rejected.sample), rejected.reason) == (astray, ASTRAY)
    assert rejected.detail.startswith("fits Lisa Ray (")
    assert astray not in counted(fmt)


@pytest.mark.parametrize(
    "samples",
    [
        ("Bob Jones <wombat@acme.example>", "Ann Lee <zq7@acme.example>"),  # handles are nobody else's
        (
            "Robert Jones <bob.jones@acme.example>",
            "Bob Jones <rjones@acme.example>",
        ),  # one person, two addresses
        ("Jon Doe <jd@acme.example>", "John Doe <jon.doe@acme.example>"),
        (
            "Office <ann.lee@acme.example>",
            "Ann Lee <ann.lee@acme.example>",
        ),  # that person's address is this one
    ],
)
def test_what_is_no_suspect(samples: tuple[str, ...]) -> None:
    assert learned(*USUAL, *samples).rejected == ()


def test_the_work_does_not_grow_with_the_square() -> None:
    asked = []

    def probabilities(name: Name, local_parts: object) -> dict[str, float]:
        asked.append((name, local_parts))
        return {}

    reader = guesser()
    letters = "abcdefghijklmnopqrst"
    names = [reader.read_name(Question(f"{a}{b}kar {b}{a}lund", DOMAIN)) for a in letters for b in letters]
    holdings = {at: (name, f"zz{at}") for at, name in enumerate(names) if isinstance(name, Name)}
    assert find_suspects(holdings, holdings, probabilities) == []
    assert len(asked) <= 2 * len(holdings)


# numbers


@pytest.mark.parametrize(
    ("local_part", "parts"),
    [
        ("bob.jones2", ("bob.jones", "2")),
        ("bjones01", ("bjones", "01")),
        ("bob.jones", ("", "")),
        ("jones1984", ("", "")),
        ("bob.2", ("", "")),
        ("77", ("", "")),
    ],
)
def test_split_number(local_part: str, parts: tuple[str, str]) -> None:
    assert split_number(local_part) == parts


def test_numbering() -> None:
    assert numbering_of([]) is None
    assert numbering_of(["3", "2"]) == Numbering(2, 1)
    assert numbering_of(["02"]) == Numbering(2, 2)
    assert numbering_of(["7"]) == Numbering(2, 1)
    assert Numbering(2, 1).next_free("jdoe", {"jdoe2", "jdoe3"}) == "jdoe4"
    assert Numbering(1, 2).next_free("jdoe", set()) == "jdoe01"


NUMBERED = (
    "Ann Lee <alee@acme.example>",
    "Adam Lee <alee2@acme.example>",
    "Bob Lee <blee@acme.example>",
    "Joe Roe <jroe@acme.example>",
)


def test_numbered_variants_take_over_where_samples_show_them() -> None:
    found = best("Jane Roe", *NUMBERED)
    assert found[0] == "jroe2"
    taken = guesser(*NUMBERED).guess(Question("Jane Roe", DOMAIN))
    assert taken.candidates[0].pattern == "{f}{last}{n}"
    assert best("Anton Lee", *NUMBERED)[0] == "alee3"
    assert best("Kim Fox", *NUMBERED)[0] == "kfox"


def test_no_number_without_samples_that_show_one() -> None:
    read = Guesser().read_name(Question("Jane Roe", DOMAIN))
    assert isinstance(read, Name)
    offered = guesser(NUMBERED[0], *NUMBERED[2:]).rank(read, DOMAIN).probabilities
    assert "jroe2" not in offered
