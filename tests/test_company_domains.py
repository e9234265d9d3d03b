"""A company's name -> its domains: reading the name, labels, probabilities, DNS, traits."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.companies import MOST_ASKED, CompanyDomain, CompanyDomains, after_dns, asked_domains
from guessmail.companies.labels import plans_of, word_class
from guessmail.companies.model import ABBREVIATIONS, COMMONNESS, domains_of, explanation
from guessmail.dns import MailVerdict, Reason, Verdict
from guessmail.domains.company_name import company_traits, read_company


@pytest.mark.parametrize(
    ("written", "words", "forms"),
    [
        ("Acme Corp", "acme", ("corp",)),
        ("Acme, Inc.", "acme", ("inc",)),
        ("Acme GmbH & Co. KG", "acme", ("gmbh co kg",)),
        ("Acme S.p.A.", "acme", ("spa",)),
        ("Acme Networks (Pty) Ltd.", "acme networks", ("pty ltd",)),
        ("OOO Acme", "acme", ("ooo",)),
        ("The Acme Company", "acme", ("company", "the")),
        ("Smith & Sons", "smith and sons", ()),
        ("L'Oréal", "loreal", ()),
        ("Acme-Test Ltd", "acme test", ("ltd",)),
        ("Acme Systems (formerly 'Example Data')", "acme systems", ()),
        ("Ex Acme, formerly Example Data", "ex acme", ()),
        ("(Example) Ex Acme Ltd", "ex acme", ("ltd",)),
        ("Acme Ltd, a division of Example Inc", "acme", ("ltd",)),
        ("Jane Doe dba Acme Design", "acme design", ()),
        ("acme.com, Inc.", "acme", ("inc",)),
        ("Acme AG, München", "acme", ("ag",)),
        ("Acme, Inc., Austin, TX", "acme", ("inc",)),
        ("Acme Co., Ltd., Seoul", "acme", ("co ltd",)),
        ("Acme Co., Ltd.", "acme", ("co ltd",)),
        ("Doe & Co, Roe LLP", "doe and co roe", ("llp",)),
        ("Ltd", "ltd", ()),
        ("", "", ()),
        ("***", "", ()),
    ],
)  # fmt: skip
def test_a_name_is_read(written: str, words: str, forms: tuple[str, ...]) -> None:
    read = read_company(written)
    assert " ".join(word.text for word in read.words) == words
    assert read.forms == forms


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("acme.com, Inc.", "acme.com"),
        ("Acme (http://www.acme.co.uk/)", "acme.co.uk"),
        ("Acme S.p.A.", ""),
        ("Acme Co.Ltd", ""),
        ("A.I.C. Communications", ""),
    ],
)
def test_a_domain_in_a_name_is_seen(written: str, inside: str) -> None:
    assert read_company(written).inside == inside


def labels(written: str) -> set[str]:
    name = read_company(written)
    classes = "".join(word_class(word, COMMONNESS) for word in name.words)
    return {plan.label for plan in plans_of(name, classes, ABBREVIATIONS)}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Acme Technologies Inc", "acme acmetechnologies acme-technologies acmetech acmet at"),
        ("University of Exampletown", "exampletown ue uoe universityofexampletown"),
        ("Smith & Sons", "smithsons smithandsons smith-sons"),
        ("Müller Bau", "muller mueller mullerbau mueller-bau"),
        ("Example Industry Action Group (EIAG)", "eiag example exampleindustry"),
    ],
)
def test_labels_are_made_of_the_words(written: str, wanted: str) -> None:
    assert set(wanted.split()) <= labels(written)


@pytest.mark.parametrize(
    ("company", "country", "first"),
    [
        ("Acme Corporation", "", "acme.com"),
        ("Zyxelfrob Inc", "", "zyxelfrob.com"),
        ("Zyxelfrob GmbH", "DE", "zyxelfrob.de"),
        ("Zyxelfrob GmbH", "AT", "zyxelfrob.at"),
        ("Zyxelfrob Ltd", "gb", "zyxelfrob.co.uk"),
        ("Zyxelfrob s.r.o.", "CZ", "zyxelfrob.cz"),
        ("Zyxelfrob Pty Ltd", "AU", "zyxelfrob.com.au"),
        ("Zyxelfrob.com", "", "zyxelfrob.com"),
    ],
)
def test_the_first_guess(company: str, country: str, first: str) -> None:
    assert domains_of(company, country=country).candidates[0].domain == first


def test_what_is_written_in_the_name_says_so() -> None:
    assert domains_of("Zyxelfrob.com").candidates[0].basis == "inside"


def test_a_name_without_words_has_no_domain() -> None:
    assert domains_of(" * ") == CompanyDomains(" * ", (), 1.0)


@settings(deadline=None)  # the tables are read for the first of them
@given(st.text(max_size=80), st.sampled_from(["", "DE", "US", "ZZ"]))
def test_probabilities_are_shares_of_one(company: str, country: str) -> None:
    found = domains_of(company, country=country)
    chances = [one.probability for one in found.candidates]
    assert chances == sorted(chances, reverse=True)
    assert all(0 < chance <= 1 for chance in chances)
    assert math.isclose(sum(chances) + found.none, 1, abs_tol=1e-9)
    for one in found.candidates:
        assert one.domain.isascii()
        assert all(0 < len(part) < 64 and part.strip("-") == part for part in one.domain.split("."))


NAMED = CompanyDomains(
    "Acme", (CompanyDomain("acme.com", 0.4), CompanyDomain("acme-group.at", 0.2), CompanyDomain("acme.net", 0.1)), 0.3
)  # fmt: skip


def verdict(reason: Reason, *hosts: str) -> MailVerdict:
    return MailVerdict("", reason, hosts=hosts)


YES, NO, UNKNOWN = verdict(Reason.MX), verdict(Reason.NULL_MX), verdict(Reason.TIMEOUT)


def chance(found: CompanyDomains, domain: str) -> float:
    return next((one.probability for one in found.candidates if one.domain == domain), 0.0)


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"acme.com": YES, "acme-group.at": NO}, "acme.com"),
        ({"acme.com": YES, "acme-group.at": YES}, "acme-group.at"),
        ({"acme.com": NO, "acme.net": YES}, "acme.net"),
        ({"acme.com": UNKNOWN, "acme-group.at": UNKNOWN}, "acme.com"),
    ],
    ids=["one", "the rarer of two", "not the first", "unknown"],
)
def test_dns_sharpens(answers: dict[str, MailVerdict], first: str) -> None:
    found = after_dns(NAMED, answers)
    assert found.candidates[0].domain == first
    assert math.isclose(sum(one.probability for one in found.candidates) + found.none, 1)


def test_an_answer_that_says_nothing_changes_nothing() -> None:
    found = after_dns(NAMED, {"acme.com": UNKNOWN})
    assert found.candidates[0] == NAMED.candidates[0]._replace(verdict=Verdict.UNKNOWN)
    assert (found.candidates[1:], found.none) == (NAMED.candidates[1:], NAMED.none)


def test_what_accepts_no_mail_goes_to_the_others_and_to_none() -> None:
    found = after_dns(NAMED, {"acme.com": NO})
    assert chance(found, "acme.com") < 0.05
    assert found.none > NAMED.none
    assert {one.domain: one.basis for one in found.candidates} == {
        "acme.com": "dns", "acme-group.at": "name", "acme.net": "name",
    }  # fmt: skip


def test_a_domain_with_its_mail_at_another_candidate_is_that_one() -> None:
    apart = after_dns(NAMED, dict.fromkeys(("acme.com", "acme.net"), YES))
    merged = after_dns(NAMED, dict.fromkeys(("acme.com", "acme.net"), verdict(Reason.MX, "mx.acme.com")))
    assert chance(merged, "acme.net") == 0
    assert math.isclose(chance(merged, "acme.com"), chance(apart, "acme.com") + chance(apart, "acme.net"))


def test_at_most_ten_are_asked() -> None:
    asked = asked_domains(domains_of("Example Business Consulting Solutions"))
    assert 0 < len(asked) <= MOST_ASKED


def test_an_explanation_says_how_each_domain_is_made() -> None:
    found = after_dns(domains_of("Zyxelfrob Technologies GmbH"), {"zyxelfrob.de": YES})
    text = "\n".join(explanation(found, 10))
    assert "Words: zyxelfrob technologies." in text
    assert "Legal form: gmbh." in text
    assert "made of zyxelfrob, under de; it accepts mail." in text
    assert "tech for technologies" in text


@pytest.mark.parametrize(
    ("company", "traits"),
    [
        ("Acme Bank AG", "company-form=german company-trade=finance company-words=2"),
        ("University of Exampletown", "company-form=none company-trade=education company-words=3"),
        ("Acme Inc", "company-form=inc company-trade=none company-words=1"),
        ("Acme Software Solutions Pvt Ltd", "company-form=ltd company-trade=software company-words=3"),
        ("", ""),
    ],
)
def test_traits(company: str, traits: str) -> None:
    assert " ".join(company_traits(company)) == traits


@pytest.mark.parametrize(("country", "left"), [("", 1.0), ("US", 1.0), ("GB", 0.45), ("DE", 0.75)])
def test_a_country_leaves_of_a_name_what_is_right_there(country: str, left: float) -> None:
    found = domains_of("Zyxelfrob", country=country)
    promised = sum(candidate.probability for candidate in found.candidates)
    assert promised + found.none == pytest.approx(1.0)
    assert 0.7 * left < promised <= left
