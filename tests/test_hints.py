"""Hints: what users often mean when they type something else."""

import pytest

from guessmail.cli.guess import notices
from guessmail.cli.hints import file_hint, profile_hint, quotes_hint, typo_hint
from guessmail.dns import MailVerdict, Reason
from guessmail.guesser import Guess, Guesser, Question, Settings
from guessmail.model.ranking import Basis, Candidate, Choice
from program import run


@pytest.mark.parametrize(
    ("typed", "meant"), [("--json", "--format json"), ("--csv", "--format csv"), ("--out", "--output")]
)  # fmt: skip
def test_an_option_of_other_programs(typed: str, meant: str) -> None:
    done = run("guess", "Jane Doe", "acme.example", typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"No such option '{typed}'. Did you mean '{meant}'?" in done.stderr


def test_a_name_without_quotes() -> None:
    assert (
        quotes_hint(["Jane", "Doe", "acme.com"])
        == 'Put the name in quotes: guessmail guess "Jane Doe" acme.com'
    )


@pytest.mark.parametrize(
    ("name", "is_file", "expected"),
    [
        ("people.csv", True, "people.csv is a file. Use: guessmail guess -i people.csv"),
        ("people.XLSX", False, "people.XLSX is a file. Use: guessmail guess -i people.XLSX"),
        ("people", True, "people is a file. Use: guessmail guess -i people"),
        ("Jane Doe", False, ""),
    ],
)
def test_a_list_in_place_of_the_name(name: str, is_file: bool, expected: str) -> None:
    assert file_hint(name, "guess", is_file=is_file) == expected


@pytest.mark.parametrize(
    ("typed", "is_profile"),
    [
        ("linkedin.com/in/jane-doe", True),
        ("https://www.linkedin.com/in/jane-doe/", True),
        ("https://github.com/janedoe", True),
        ("linkedin.com", False),
        ("https://www.acme.com/about", False),
        ("jane/doe@example.com", False),
    ],
)
def test_a_profile_in_place_of_the_domain(typed: str, is_profile: bool) -> None:
    assert bool(profile_hint(typed)) is is_profile


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("gmial.com", "Did you mean gmail.com? gmial.com looks like a typing error."),
        ("gmai.com", "Did you mean gmail.com? gmai.com looks like a typing error."),
        ("exmaple.com", "Did you mean example.com? exmaple.com looks like a typing error."),
        ("hr.exmaple.com", "Did you mean example.com? hr.exmaple.com looks like a typing error."),
        ("acme.tst", "There seems to be no top-level domain .tst. Did you mean acme.test?"),
        ("acme.cmo", "There seems to be no top-level domain .cmo. Did you mean acme.com?"),
        ("acme.qqqq", "There seems to be no top-level domain .qqqq."),
    ],
)
def test_a_typing_error(domain: str, expected: str) -> None:
    assert typo_hint(domain) == expected


@pytest.mark.parametrize(
    "domain",
    ["acme.com", "gmail.com", "example.org", "acme.test", "acme.co.uk", "acme.software", "gm.com", "mail.ru"],
)
def test_nothing_odd(domain: str) -> None:
    assert typo_hint(domain) == ""


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("acme.com", []),
        ("mailinator.com", ["mailinator.com provides disposable addresses; nobody works there."]),
    ],
)
def test_a_disposable_domain(domain: str, expected: list[str]) -> None:
    answer = guess(domain, 0.5)._replace(mx=MailVerdict(domain, Reason.MX))
    assert list(notices(Guesser(), answer)) == expected


def guess(domain: str, *probabilities: float) -> Guess:
    candidates = [Candidate(f"jane@{domain}", share, "{first}", Basis.SAMPLES) for share in probabilities]
    return Guess(Question("Jane Doe", domain), "Jane Doe", domain, tuple(candidates), samples=1)


@pytest.mark.parametrize(
    ("probabilities", "until", "expected"),
    [
        ((), 1.0, ["No guess is as probable as 90 %. Lower --min-probability to see more."]),
        (
            (0.4, 0.2),
            0.8,
            ["These guesses reach only 60 % together, not 80 %. Raise --top, or add a known address."],
        ),
        ((0.4, 0.4), 0.8, []),
        ((0.4, 0.2), 1.0, []),
    ],
)
def test_less_than_was_asked_for(probabilities: tuple[float, ...], until: float, expected: list[str]) -> None:
    guesser = Guesser(settings=Settings(Choice(until=until, min_probability=0.9)))
    assert list(notices(guesser, guess("acme.com", *probabilities))) == expected


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        pytest.param(["--jobs", "2"], "--jobs", id="processes"),
        pytest.param(["--no-header", "--map", "name=1"], "--map, --no-header", id="columns"),
        pytest.param(["--no-learn-from-list"], "--no-learn-from-list", id="a switch"),
    ],
)
def test_an_option_of_lists_beside_a_name_says_that_it_changes_nothing(
    arguments: list[str], unused: str
) -> None:
    done = run("guess", "Jane Doe", "acme.example", "--no-mx", *arguments)
    assert done.returncode == 0
    assert f"Only for lists, so it changes nothing here: {unused}.\n" in done.stderr


def test_a_file_in_place_of_a_domain_to_check() -> None:
    done = run("check", "domains.csv")
    assert (done.returncode, "Use: guessmail check -i domains.csv" in done.stderr) == (2, True)
