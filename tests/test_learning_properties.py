"""Properties of learning: neither order nor repetition matters, and evidence for a pattern never speaks against it."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guessmail.model.belief import Belief, Prior
from guessmail.model.formats import Format
from guessmail.model.learning import learn
from guessmail.model.ranking import Derivations
from guessmail.model.traits import domain_traits
from guessmail.names import Name, read_name
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import shipped
from guessmail.reports.formats import TYPICAL, shares_for
from guessmail.samples import Sample

DOMAIN = "acme.example"
PRIOR = Belief(Prior(shipped()), domain_traits(DOMAIN))
ALONE = 0.97
"""A pattern with so much of the probability of an address is the only one that explains it: names are read both ways."""
GIVEN = "anna robert nadine viktor helena annabella judith martin".split()
FAMILY = "jones holbeck kramer winston fielding osgood tanner".split()
PATTERNS = "{first}.{last} {f}{last} {first} {last} {first}_{last} {last}.{first} {f}.{last} {first}{l} {first}{last}".split()

people = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
patterns = st.sampled_from(PATTERNS)
handles = st.sampled_from(["zq7", "wombat", "x.files", "neo2"])
outside = st.sampled_from(
    "{last}|5 {last}{first}|7 {first:3}{last:4} ext-{f}{last} {f}{last}.de {first}.{last}2".split()
)


def sample(person: tuple[str, str], pattern: str) -> Sample:
    first, last = person
    parts = {"first": first, "last": last, "f": first[0], "l": last[0]}
    local = parse_pattern(pattern).render(parts) if "{" in pattern else pattern
    return Sample(f"{local}@{DOMAIN}", f"{first.title()} {last.title()}")


def explained_by(one: Sample, pattern: str) -> float:
    """Return how much of the probability of a sample's address is a pattern's, before any evidence."""
    name = read_name(one.name)
    assert isinstance(name, Name)
    found = list(Derivations(name, PRIOR).of_local_part(one.local_part))
    return sum(way.probability for way in found if way.form.text == pattern) / sum(
        way.probability for way in found
    )


samples = st.lists(st.builds(sample, people, patterns | handles | outside), min_size=1, max_size=7)


def learned(known: list[Sample]) -> Format:
    return learn(DOMAIN, known, PRIOR)


def said(fmt: Format) -> dict[str, float]:
    return shares_for(TYPICAL, fmt)


@settings(max_examples=30, deadline=None)
@given(samples, st.randoms(use_true_random=False))
def test_order_does_not_matter(known: list[Sample], dice: object) -> None:
    shuffled = known[:]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert learned(shuffled).votes == learned(known).votes
    assert said(learned(shuffled)) == said(learned(known))


@settings(max_examples=30, deadline=None)
@given(samples, st.integers(2, 4))
def test_repeating_does_not_matter(known: list[Sample], times: int) -> None:
    assert said(learned(known * times)) == said(learned(known))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.builds(sample, people, patterns | handles | outside), max_size=6), people, patterns)
def test_one_more_sample_never_lowers_its_pattern(
    known: list[Sample], person: tuple[str, str], pattern: str
) -> None:
    another = sample(person, pattern)
    assume(all(one.name != another.name for one in known))  # a person with two addresses tells less
    assume(explained_by(another, pattern) > ALONE)
    before, after = said(learned(known)), said(learned([*known, another]))
    assert after[pattern] >= before[pattern] - 1e-12


@settings(max_examples=40, deadline=None)
@given(samples)
def test_probabilities_stay_below_one(known: list[Sample]) -> None:
    total = sum(said(learned(known)).values())
    assert 0.0 < total < 1.0
