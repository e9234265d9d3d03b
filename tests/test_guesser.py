"""The public API, and what samples do to guesses."""

import doctest
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import guessmail.guesser
from guessmail.dns import MailVerdict, Reason
from guessmail.errors import Code
from guessmail.guesser import Guess, Guesser, Question, Settings
from guessmail.model.ranking import Basis, Choice
from guessmail.names import NameOrder
from guessmail.patterns.catalog import only, shipped
from guessmail.samples import Bounce, Sample, parse_sample

EVERYTHING = Choice(top=1000, min_probability=0.0)
PEOPLE = ("Bob Jones", "Ann Lee", "Carl Olsen", "Eve Norris", "Hugo Brandt", "Iris Calder", "Otto Frey")


def samples_of(*local_parts: str, names: Iterable[str] = PEOPLE, domain: str = "example.com") -> list[Sample]:
    """Return samples of invented people, each with the local part that a template of `{f}{last}` kind gives."""
    found = []
    for template, name in zip(local_parts, names, strict=False):
        first, last = name.lower().split()
        local = template.format(first=first, last=last, f=first[0], l=last[0])
        found.append(Sample(f"{local}@{domain}", name))
    return found


def guess(
    name: str = "Jane Doe",
    samples: Iterable[Sample] = (),
    *,
    choice: Choice = EVERYTHING,
    domain: str = "example.com",
) -> Guess:
    return Guesser(samples=samples, settings=Settings(choice)).guess(Question(name, domain))


def probabilities(answer: Guess) -> dict[str, float]:
    return {candidate.address.partition("@")[0]: candidate.probability for candidate in answer.candidates}


def locals_of(answer: Guess) -> list[str]:
    return [candidate.address.partition("@")[0] for candidate in answer.candidates]


def test_the_example_in_the_documentation() -> None:
    assert doctest.testmod(guessmail.guesser).failed == 0


# What samples do


def test_two_samples_of_one_format() -> None:
    answer = guess(samples=samples_of("{f}{last}", "{f}{last}"))
    best = answer.candidates[0]
    assert (best.address, best.pattern, best.basis) == ("jdoe@example.com", "{f}{last}", Basis.SAMPLES)
    assert 0.6 < best.probability < 0.98
    assert answer.samples == 2


def test_contradicting_samples_are_weighed_whatever_their_order() -> None:
    given = samples_of("{first}.{last}", "{first}.{last}", "{first}.{last}", "{f}{last}")
    orders = [given, given[::-1], given[2:] + given[:2], given[3:] + given[:3]]
    answers = {tuple(locals_of(guess(samples=order))[:2]) for order in orders}
    assert answers == {("jane.doe", "jdoe")}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{first}.{last}", "jane.doe"),
        ("{f}{last}", "jdoe"),
        ("{first}", "jane"),
        ("{last}", "doe"),
        ("{first}{l}", "janed"),
        ("{first}_{last}", "jane_doe"),
        ("{last}.{first}", "doe.jane"),
        ("{f}.{last}", "j.doe"),
        ("{first}{last}", "janedoe"),
        ("{last}{f}", "doej"),
        ("{f}{l}", "jd"),
        ("{first}-{last}", "jane-doe"),
    ],
)
def test_three_samples_of_any_common_format_settle_it(template: str, expected: str) -> None:
    answer = guess(samples=samples_of(template, template, template))
    assert locals_of(answer)[0] == expected
    assert 0.25 < answer.candidates[0].probability < 0.99


def test_more_of_the_same_samples_make_it_surer() -> None:
    shares = [
        probabilities(guess(samples=samples_of(*["{f}{last}"] * count)))["jdoe"]
        for count in range(len(PEOPLE) + 1)
    ]
    assert shares == sorted(shares)


def odds(name: str, one: str, other: str, *samples: str) -> float:
    """Return how much more probable one address is than another."""
    shares = probabilities(guess(name, map(parse_sample, samples)))
    return shares[one] / shares[other]


def test_one_sample_teaches_the_umlauts() -> None:
    for way in (("Björn Köster", "bjoern.koester", "bjorn.koster"), ("Björn Köster", "bkoester", "bkoster")):
        digraph = odds(*way, "Jürgen Müller <jmueller@example.com>")
        bare = odds(*way, "Jürgen Müller <jmuller@example.com>")
        assert digraph > 2 * bare
        assert bare < odds(*way)


def test_umlauts_are_learned_apart_from_the_pattern() -> None:
    """Three tell the pattern, one other tells the umlauts."""
    given = [*samples_of(*["{first}.{last}"] * 3), parse_sample("Jürgen Müller <jmueller@example.com>")]
    before = probabilities(guess("Björn Köster", given[:3]))
    after = probabilities(guess("Björn Köster", given))
    assert after["bjoern.koester"] / after["bjorn.koster"] > before["bjoern.koester"] / before["bjorn.koster"]


def test_samples_that_nothing_explains_leave_more_to_chance() -> None:
    odd = ["sunflower42", "thebigone", "qqzz", "number6"]
    strange = [Sample(f"{local}@example.com", name) for local, name in zip(odd, PEOPLE, strict=False)]
    assert sum(probabilities(guess(samples=strange)).values()) < sum(probabilities(guess()).values())


def test_a_prefix_that_two_share_is_induced() -> None:
    answer = guess(samples=samples_of("ext-{first}.{last}", "ext-{first}.{last}", "ext-{first}.{last}"))
    assert locals_of(answer)[0] == "ext-jane.doe"
    assert answer.candidates[0].pattern == "ext-{first}.{last}"


def test_samples_of_another_domain_say_nothing() -> None:
    elsewhere = samples_of("{f}{last}", "{f}{last}", domain="unrelated.test")
    answer = guess(samples=elsewhere)
    assert answer == guess()
    assert (answer.samples, answer.candidates[0].basis) == (0, Basis.PRIOR)


@pytest.mark.parametrize("local", ["info", "sales", "postmaster"])
def test_role_addresses_say_nothing(local: str) -> None:
    assert probabilities(guess(samples=[Sample(f"{local}@example.com")])) == probabilities(guess())


def test_repetition_changes_nothing() -> None:
    given = samples_of("{f}{last}", "{first}.{last}")
    assert probabilities(guess(samples=given * 3)) == probabilities(guess(samples=given))


def test_the_case_of_a_sample_makes_no_difference() -> None:
    upper = [Sample("BJones@EXAMPLE.com", "Bob Jones")]
    lower = [Sample("bjones@example.com", "bob jones")]
    assert probabilities(guess(samples=upper)) == probabilities(guess(samples=lower))


def test_the_address_that_a_sample_holds_for_this_person_is_known() -> None:
    answer = guess(samples=[Sample("jane.x.doe@example.com", "Jane Doe")])
    best = answer.candidates[0]
    assert (best.address, best.basis) == ("jane.x.doe@example.com", Basis.KNOWN)
    assert best.probability > 0.8


def test_an_address_of_somebody_else_counts_less() -> None:
    given = samples_of("{f}{last}", "{f}{last}")
    taken = [*given, Sample("jdoe@example.com", "Jack Doe")]
    assert probabilities(guess(samples=taken))["jdoe"] < probabilities(guess(samples=given))["jdoe"]


def test_an_address_of_which_nobody_knows_whose_it_is_counts_more() -> None:
    """It may be the person's own: likelier than where nothing is known of it, and than where it is another's."""
    given = samples_of(*["{first}_{last}"] * 3)
    unnamed = guess(samples=[*given, Sample("jane.doe@example.com")])
    another = guess(samples=[*given, Sample("jane.doe@example.com", "Janet Dominguez")])
    chance = {
        name: probabilities(answer)["jane.doe"]
        for name, answer in (("unnamed", unnamed), ("another", another))
    }
    assert chance["unnamed"] > 3 * probabilities(guess(samples=given))["jane.doe"]
    assert chance["unnamed"] > 3 * chance["another"]
    assert {candidate.basis for candidate in unnamed.candidates} == {Basis.SAMPLES}


def test_samples_that_agree_settle_what_as_many_that_differ_do_not() -> None:
    agreed = samples_of(*["{first}_{last}"] * 7)
    differing = samples_of(*["{first}_{last}"] * 4, "{f}{last}", "{last}.{first}", "{first}")
    assert probabilities(guess(samples=agreed))["jane_doe"] > 0.9
    assert 0.45 < probabilities(guess(samples=differing))["jane_doe"] < 0.7  # four of seven


_TEMPLATES = st.sampled_from(
    ["{first}.{last}", "{f}{last}", "{first}", "{last}{f}", "x{first}9", "{f}{l}77", "zzz"]
)
_SAMPLES = st.lists(_TEMPLATES, max_size=len(PEOPLE)).map(lambda templates: samples_of(*templates))
_NAMES = st.sampled_from(
    [
        "Jane Doe",
        "Björn Köster",
        "Jan van der Berg",
        "María José García Márquez",
        "Björk",
        "Jane Ann Doe",
        "王小明",
    ]
)


@settings(max_examples=20, deadline=None)
@given(_NAMES, _SAMPLES, st.randoms())
def test_what_holds_of_all_samples(name: str, samples: list[Sample], random: object) -> None:
    """Probabilities are such, sum to less than one, fall, and depend on no order."""
    answer = guess(name, samples)
    shares = [candidate.probability for candidate in answer.candidates]
    assert all(0.0 <= share < 1.0 for share in shares)
    assert sum(shares) < 1.0
    assert shares == sorted(shares, reverse=True)
    shuffled = list(samples)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = probabilities(guess(name, shuffled))
    assert again == pytest.approx(probabilities(answer), abs=1e-9)


# What is asked and offered


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        (Choice(top=1), 1),
        (Choice(top=3, min_probability=0), 3),
        (Choice(top=50, min_probability=0.99), 0),
        (Choice(top=50, until=0.01), 1),
        (Choice(top=2, until=0.99), 2),
    ],
)
def test_how_many_are_offered(choice: Choice, count: int) -> None:
    assert len(guess(choice=choice).candidates) == count


def test_until_stops_as_soon_as_it_is_reached() -> None:
    offered = [one.probability for one in guess(choice=Choice(100, 0.5, 0.0)).candidates]
    assert sum(offered) >= 0.5
    assert sum(offered[:-1]) < 0.5


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (Question("", "example.com"), Code.NO_NAME),
        (Question("12345", "example.com"), Code.NO_LETTERS),
        (Question("=cmd|calc", "example.com"), Code.NOT_A_NAME),
        (Question("x" * 301, "example.com"), Code.NAME_TOO_LONG),
        (Question("山田太郎", "example.com"), Code.NEEDS_LATIN),
        (Question("Jane Doe", ""), Code.NO_DOMAIN),
        (Question("Jane Doe", "co.uk"), Code.BAD_DOMAIN),
        (Question("Jane Doe", "192.0.2.1"), Code.BAD_DOMAIN),
    ],
)
def test_what_cannot_be_answered_is_a_problem_and_never_raises(question: Question, code: Code) -> None:
    answer = Guesser().guess(question)
    assert answer.problem is not None
    assert answer.problem.code is code
    assert answer.candidates == ()


@pytest.mark.parametrize(
    "typed", ["https://www.example.com/about", "jane@example.com", "EXAMPLE.COM.", "example.com:25"]
)
def test_domains_as_typed(typed: str) -> None:
    assert Guesser().guess(Question("Jane Doe", typed)).domain == "example.com"


def test_parts_that_are_said_are_taken_as_said() -> None:
    answer = Guesser().guess(Question(given="Doe", family="Jane", domain="example.com"))
    found = locals_of(answer)
    assert "doe.jane" in found
    assert "jane.doe" not in found


@pytest.mark.parametrize(
    ("order", "expected", "other"),
    [(NameOrder.GIVEN_FIRST, "jane.doe", "doe.jane"), (NameOrder.FAMILY_FIRST, "doe.jane", "jane.doe")],
)
def test_name_order(order: NameOrder, expected: str, other: str) -> None:
    answer = Guesser(settings=Settings(EVERYTHING, order)).guess(Question("Jane Doe", "example.com"))
    shares = probabilities(answer)
    assert shares[expected] > 10 * shares[other]


def test_a_forced_pattern_is_the_only_one() -> None:
    answer = Guesser(catalog=only(shipped(), "last_first"), settings=Settings(EVERYTHING)).guess(
        Question("Jane Doe", "example.com")
    )
    assert locals_of(answer)[0] == "doe_jane"
    assert {candidate.pattern for candidate in answer.candidates} == {"{last}_{first}"}
    assert sum(probabilities(answer).values()) < 1


# DNS, and many questions


class Checker:
    """Has verdicts ready, and writes down who was asked."""

    def __init__(self, **reasons: Reason) -> None:
        self.reasons = {name.replace("_", "."): reason for name, reason in reasons.items()}
        self.submitted: list[str] = []

    def submit(self, domain: str) -> None:
        self.submitted.append(domain)

    def result(self, domain: str) -> MailVerdict:
        assert domain in self.submitted, "asked ahead of time"
        return MailVerdict(domain, self.reasons.get(domain, Reason.MX))


DEAD = {"example_com": Reason.NULL_MX}


def test_nothing_is_offered_where_no_mail_is_taken() -> None:
    answer = Guesser(checker=Checker(**DEAD)).guess(Question("Jane Doe", "example.com"))
    assert answer.candidates == ()
    assert answer.problem is None
    assert answer.mx is not None
    assert answer.mx.reason is Reason.NULL_MX


def test_unless_it_is_wanted() -> None:
    kept = Settings(keep_undeliverable=True)
    assert (
        Guesser(checker=Checker(**DEAD), settings=kept).guess(Question("Jane Doe", "example.com")).candidates
    )


def test_what_is_unknown_withholds_nothing() -> None:
    checker = Checker(example_com=Reason.TIMEOUT)
    assert Guesser(checker=checker).guess(Question("Jane Doe", "example.com")).candidates


def test_bad_domains_are_not_asked() -> None:
    checker = Checker()
    Guesser(checker=checker).guess(Question("Jane Doe", "co.uk"))
    assert checker.submitted == []


def test_many_questions_are_answered_in_their_order() -> None:
    names = [f"Jane {letter * 3}oe" for letter in "abcdefgh"]
    answers = Guesser().guess_all([Question(name, "example.com") for name in names])
    assert [answer.name for answer in answers] == names


def test_domains_are_asked_ahead() -> None:
    checker = Checker()

    def questions() -> Iterator[Question]:
        yield Question("Jane Doe", "example.com")
        yield Question("Jane Doe", "example.org")
        assert checker.submitted == ["example.com", "example.org"]

    assert len(list(Guesser(checker=checker).guess_all(questions()))) == 2


def test_a_pause_in_the_questions_lets_the_answers_out() -> None:
    pulled: list[int] = []

    def questions() -> Iterator[Question | None]:
        for number in range(3):
            pulled.append(number)
            yield Question("Jane Doe", "example.com")
            yield None

    answers = Guesser(checker=Checker()).guess_all(questions())
    next(answers)
    assert pulled == [0]


class Memory:
    """Remembers samples, as a store does."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.kept = samples
        self.asked: list[str] = []

    def has_no_data_on(self, domain: str, label: str) -> bool:
        return not any(label in sample.domain.split(".") for sample in self.kept)

    def samples(self, domain: str) -> Sequence[Sample]:
        self.asked.append(domain)
        return [sample for sample in self.kept if sample.domain == domain]

    def bounces(self, domain: str) -> Sequence[Bounce]:
        return ()

    def domains_with_label(self, label: str) -> Sequence[str]:
        return ()


def test_remembered_samples_count_and_are_read_once_a_domain() -> None:
    memory = Memory(samples_of("{f}{last}", "{f}{last}"))
    guesser = Guesser(evidence=memory)
    answers = list(guesser.guess_all([Question(name, "example.com") for name in ("Jane Doe", "Max Moe")]))
    assert [locals_of(answer)[0] for answer in answers] == ["jdoe", "mmoe"]
    assert memory.asked == ["example.com"]


def test_a_convention_holds_for_both_names() -> None:
    answer = Guesser(settings=Settings(Choice(50, min_probability=0.0))).guess(
        Question("Jürgen Müller", "example.com")
    )
    found = set(locals_of(answer))
    assert {"juergen.mueller", "jurgen.muller"} <= found
    assert {"juergen.muller", "jurgen.mueller"}.isdisjoint(found)
