"""The pattern language: every notation, every fault, and what holds of all patterns."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guessmail.errors import UsageError
from guessmail.model.belief import Belief, Prior
from guessmail.model.ranking import Derivations
from guessmail.names import Name, read_name
from guessmail.patterns import PARTS, Pattern, Token, parse_pattern
from guessmail.patterns.catalog import only, shipped

JANE = {
    "first": "jane",
    "f": "j",
    "middle": "ann",
    "m": "a",
    "last": "doe-smith",
    "l": "d",
    "nick": "jen",
    "n": "2",
}


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("{first}.{last}", "{first}.{last}"),
        ("first.last", "{first}.{last}"),
        ("flast", "{f}{last}"),
        ("f.last", "{f}.{last}"),
        ("firstl", "{first}{l}"),
        ("lastf", "{last}{f}"),
        ("fl", "{f}{l}"),
        ("fml", "{f}{m}{l}"),
        ("nick.last", "{nick}.{last}"),
        ("first_last", "{first}_{last}"),
        ("first-last", "{first}-{last}"),
        ("[first_initial][last]", "{f}{last}"),
        ("[first].[last]", "{first}.{last}"),
        ("{first_name}.{last_name}", "{first}.{last}"),
        ("{firstname}{lastname}", "{first}{last}"),
        ("{fname}.{surname}", "{first}.{last}"),
        ("{given}.{family}", "{first}.{last}"),
        ("firstname.lastname", "{first}.{last}"),
        ("{ first }.{ last }", "{first}.{last}"),
        ("  {First}.{LAST}  ", "{first}.{last}"),
        ("{first}.{last}@example.com", "{first}.{last}"),
        ("flast@example.com", "{f}{last}"),
        ("{first:3}{last:5}", "{first:3}{last:5}"),
        ("{first:1}{last}", "{f}{last}"),
        ("{last:1}{first}", "{l}{first}"),
        ("{nick:1}.{last}", "{nick:1}.{last}"),
        ("{f}{last}|8", "{f}{last}|8"),
        ("{f}{last} | 8", "{f}{last}|8"),
        ("flast|8", "{f}{last}|8"),
        ("ext-{first}.{last}", "ext-{first}.{last}"),
        ("{first}.{last}{n}", "{first}.{last}{n}"),
        ("{first}{last}2", "{first}{last}2"),
        ("first.last2", "{first}.{last}2"),
        ("{last}.x.{first}", "{last}.x.{first}"),
    ],
)
def test_notations(written: str, canonical: str) -> None:
    assert str(parse_pattern(written)) == canonical


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        pytest.param("", "empty", id="empty"),
        pytest.param("   ", "empty", id="blank"),
        pytest.param("@example.com", "empty", id="domain alone"),
        ("{first", "cannot be read from '{first'"),
        ("{first}.{las}", "unknown token {las}"),
        ("{first} {last}", "cannot be read from ' {last}'"),
        ("{first}+{last}", "cannot be read from '+{last}'"),
        ("{first}é{last}", "cannot be read from 'é"),
        ("hello", "cannot be read from 'hello'"),
        ("first,last", "cannot be read from ',last'"),
        ("info", "cannot be read"),
        ("...", "contains no part"),
        ("{n}", "contains no part"),
        (".{first}", "dot at an end"),
        ("{first}.", "dot at an end"),
        ("{first}..{last}", "two dots in a row"),
        ("{f:2}{last}", "gives a length"),
        ("{n:2}{last}", "gives a length"),
        ("{first}|1", "cuts to 1 characters"),
        ("{first}|65", "cuts to 65 characters"),
        pytest.param("x" * 64 + "{first}", "longer than", id="too long"),
    ],
)
def test_faults(written: str, fault: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_pattern(written)
    assert fault in str(caught.value)
    assert str(caught.value).endswith(".") or "-" in str(caught.value)[-2:]


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        ("first.last", "jane.doe-smith"),
        ("flast", "jdoe-smith"),
        ("{first:2}{last:3}", "jadoe"),
        ("{f}{m}{l}", "jad"),
        ("{nick}{n}", "jen2"),
        ("{first}{last}|8", "janedoe-"),
        ("{first}.{last}|5", "jane"),  # a dot may not stand at the end
        ("x{f}", "xj"),
    ],
)
def test_rendering(written: str, rendered: str) -> None:
    assert parse_pattern(written).render(JANE) == rendered


@pytest.mark.parametrize(
    "written", ["first.last", "{first}{middle:2}", "{f}{m}{last}", "{nick}", "{first}{n}"]
)
def test_a_pattern_whose_parts_a_name_lacks_does_not_apply(written: str) -> None:
    assert parse_pattern(written).render({"first": "jane", "f": "j"}) == ""


_TOKENS = st.one_of(
    st.sampled_from(["f", "l", "m", "n"]).map(Token),
    st.builds(Token, st.sampled_from(PARTS), st.sampled_from([0, 2, 3, 7])),
)
_LITERALS = st.text(string.ascii_lowercase + string.digits + "._-", min_size=1, max_size=3)


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    """Draw patterns of the canonical kind: no two literals side by side."""
    elements: list[Token | str] = []
    for element in draw(st.lists(st.one_of(_TOKENS, _LITERALS), min_size=1, max_size=5)):
        if isinstance(element, str) and elements and isinstance(elements[-1], str):
            continue
        elements.append(element)
    return Pattern(tuple(elements), draw(st.sampled_from([0, 0, 2, 8, 64])))


@given(patterns().filter(lambda pattern: bool(pattern.tokens)))
def test_what_is_printed_is_read_back(pattern: Pattern) -> None:
    try:
        again = parse_pattern(str(pattern))
    except UsageError:
        return  # dots where none may stand, or no part of a name
    assert again == pattern


@given(st.text(max_size=30))
def test_nothing_but_a_usage_error_comes_of_any_text(text: str) -> None:
    try:
        pattern = parse_pattern(text)
    except UsageError:
        return
    assert parse_pattern(str(pattern)) == pattern


NAMES = (
    "Jane Doe",
    "Jane Ann Doe",
    "Jan van der Berg",
    "Jürgen Müller",
    "Bob Jones",
    "María José García Márquez",
)


@pytest.mark.parametrize("written", NAMES)
def test_what_a_pattern_renders_is_explained_by_it(written: str) -> None:
    name = read_name(written)
    assert isinstance(name, Name)
    found = Derivations(name, Belief(Prior(shipped()), ("suffix=com",)))
    assert found.sums()
    for local_part in found.sums():
        for way in found.of_local_part(local_part):
            alone = Belief(Prior(only(shipped(), way.form.text)), ("suffix=com",))
            assert local_part in Derivations(name, alone).sums()
