"""What other tools of the kind get wrong about samples; guessmail gets it right."""

import pytest

from guessmail.guesser import Guess, Guesser, Question, Settings
from guessmail.model.formats import Format
from guessmail.model.ranking import Choice
from guessmail.samples import Sample, parse_sample

DOMAIN = "acme.example"
FIRST_LAST = (
    "Ann Lee <ann.lee@acme.example>",
    "Tom Poe <tom.poe@acme.example>",
    "Eva Roe <eva.roe@acme.example>",
)


def guesser(*samples: str) -> Guesser:
    return Guesser(
        samples=[parse_sample(text) for text in samples], settings=Settings(Choice(top=25, min_probability=0))
    )


def guess(name: str, *samples: str, domain: str = DOMAIN) -> Guess:
    return guesser(*samples).guess(Question(name, domain))


def best(name: str, *samples: str) -> str:
    return guess(name, *samples).candidates[0].address.partition("@")[0]


def leading(fmt: Format) -> list[str]:
    return [max(vote.shares, key=vote.shares.__getitem__, default="") for vote in fmt.votes]


def test_the_last_sample_does_not_win() -> None:
    samples = (*FIRST_LAST, "Max Moe <mmoe@acme.example>")
    assert best("Jane Doe", *samples) == "jane.doe"
    assert best("Jane Doe", *samples[::-1]) == "jane.doe"


def test_one_contradiction_is_weighed_and_not_the_end() -> None:
    found = guess("Jane Doe", *FIRST_LAST, "Max Moe <mmoe@acme.example>").candidates
    assert [one.address.partition("@")[0] for one in found[:2]] == ["jane.doe", "jdoe"]
    sure = guess("Jane Doe", *FIRST_LAST).candidates[0].probability
    assert 0.3 < found[0].probability < sure


def test_samples_of_other_domains_do_not_count() -> None:
    assert guess("Jane Doe", "Bob Jones <bjones@corp.example>").candidates == guess("Jane Doe").candidates


@pytest.mark.parametrize(
    ("sample", "pattern"),
    [
        ("Kavita Chandrasekaran <kchandrasekaran@acme.example>", "{f}{last}"),
        ("John Smith <smith.john@acme.example>", "{last}.{first}"),
        ("Smith John <smith.john@acme.example>", "{first}.{last}"),
        ("Robert Jones <bob.jones@acme.example>", "{first}.{last}"),
        ("Jan van der Berg <jvanderberg@acme.example>", "{f}{last}"),
        ("Jürgen Müller <juergen.mueller@acme.example>", "{first}.{last}"),
        ('"Jones, Bob" <bob.jones@acme.example>', "{first}.{last}"),
        ("Jones, Bob <bob.jones@acme.example>", "{first}.{last}"),
        ("kchandrasekaran@acme.example", "{f}{last}"),
        ("smith.john@acme.example", "{last}.{first}"),
    ],
)
def test_the_name_says_what_an_address_is_made_of(sample: str, pattern: str) -> None:
    fmt = guesser(sample).format_of(DOMAIN)
    if fmt.votes:  # a bare address may say nothing, but never the wrong thing
        assert leading(fmt) == [pattern]
    else:
        assert sample == "kchandrasekaran@acme.example"


def test_a_role_is_no_evidence() -> None:
    fmt = guesser("info@acme.example", "Sales Team <sales@acme.example>").format_of(DOMAIN)
    assert not fmt.votes
    assert [one.reason for one in fmt.rejected] == ["role addresses", "role addresses"]
    assert guess("Jane Doe", "info@acme.example").candidates == guess("Jane Doe").candidates


def test_a_number_behind_a_name_is_still_that_format() -> None:
    one = guess("Jane Doe", "Bob Jones <bob.jones2@acme.example>").candidates[0]
    none = guess("Jane Doe").candidates
    before = next(other.probability for other in none if other.address == "jane.doe@acme.example")
    assert one.address == "jane.doe@acme.example"
    assert one.probability > before


@pytest.mark.parametrize(
    ("sample", "name", "expected"),
    [
        ("Jürgen Müller <juergen.mueller@acme.example>", "Jörg Schröder", "joerg.schroeder"),
        ("Jan van der Berg <jvanderberg@acme.example>", "Piet de Vries", "pdevries"),
        ("Robert Jones <bob.jones@acme.example>", "Jane Doe", "jane.doe"),
        ("Jones, Bob <bob.jones@acme.example>", "Doe, Jane", "jane.doe"),
        ("John Smith <smith.john@acme.example>", "Jane Doe", "doe.jane"),
    ],
)
def test_one_sample_teaches_its_format(sample: str, name: str, expected: str) -> None:
    assert best(name, sample) == expected


def test_an_umlaut_that_samples_write_bare() -> None:
    samples = ("Jürgen Müller <jurgen.muller@acme.example>", "Jörg Vögele <jorg.vogele@acme.example>")
    assert best("Günter Schröder", *samples) == "gunter.schroder"


def test_probabilities_sum_to_less_than_one() -> None:
    found = guess("Jane Ann Doe", *FIRST_LAST, "Max Moe <mmoe@acme.example>").candidates
    assert sum(one.probability for one in found) < 1.0


def test_samples_are_told_apart_by_what_they_are() -> None:
    fmt = guesser(*FIRST_LAST, FIRST_LAST[0], "xq7@acme.example", "info@acme.example").format_of(DOMAIN)
    assert len(fmt.votes) == 3
    assert sorted(one.reason for one in fmt.rejected) == [
        "bare addresses that do not show a name",
        "duplicates",
        "role addresses",
    ]
    assert all(isinstance(one.sample, Sample) for one in fmt.rejected)
