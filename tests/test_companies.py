"""Companies by name."""

import pytest

from guessmail.companies import Companies, CompanyDomain, unknown_company
from guessmail.data.legal_forms import LEGAL_FORMS
from guessmail.domains.company_name import fold_company, short_name
from guessmail.errors import Code, UsageError


def domain_of(known: Companies, name: str) -> str:
    found = known.lookup(name)
    return found.domain if found else ""


@pytest.mark.parametrize(
    "name",
    [
        "Acme", "ACME", "acme inc", "Acme, Inc.", "Acme Corp", "Acme Corporation", "Acme L.L.C.", "Acme Ltd.",
        "Acme GmbH", "Acme GmbH & Co. KG", "Acme S.p.A.", "Acme S.A. de C.V.", "Acme Sp. z o.o.",
        "Acme Pty Ltd", "Acme Pte. Ltd.", "Acme A/S", "Acme Oy", "ООО Acme", "PT Acme Tbk", "Acme B.V.",
        "The Acme Company", "Acme Co., Ltd.", "Ácme s.r.o.", "Acmé SAS", " acme  inc. ", "Acme K.K.",
        "Acme Ltda.", "ACME, INCORPORATED", "Acme AG, München", "Acme (UK) Ltd",
    ],
)  # fmt: skip
def test_one_company(name: str) -> None:
    known = Companies()
    known.tell("Acme Ltd", "acme.example")
    assert domain_of(known, name) == "acme.example"


def test_a_known_company_may_have_a_place_behind_its_legal_form() -> None:
    known = Companies()
    known.tell("Acme AG, Bern", "acme.example")
    known.learn([("Test GmbH, Köln", "test.example")])
    assert {domain_of(known, name) for name in ("Acme", "Acme AG", "Acme AG, Basel")} == {"acme.example"}
    assert domain_of(known, "Test GmbH") == "test.example"


@pytest.mark.parametrize("name", ["Acme Labs", "Acmes", "Acme Group", "Ac me", "", " ", "!!"])
def test_other_companies(name: str) -> None:
    known = Companies()
    known.tell("Acme Ltd", "acme.example")
    assert known.lookup(name) is None


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("L'Oréal", "loreal"),
        ("Smith & Sons", "smith sons"),
        ("7-Eleven", "7 eleven"),
        ("Ahold-Del", "ahold del"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold_company(name) == folded


def test_no_name_is_stripped_to_nothing() -> None:
    for form in LEGAL_FORMS:
        assert short_name(" ".join(form))


def test_forms_of_one_name_may_have_domains_of_their_own() -> None:
    known = Companies()
    known.tell("Acme GmbH", "acme-de.example")
    known.tell("Acme Inc", "acme.example")
    assert domain_of(known, "ACME GMBH") == "acme-de.example"
    assert domain_of(known, "Acme, Inc.") == "acme.example"
    assert known.lookup("Acme") is None
    with pytest.raises(UsageError, match="row 3 gives two domains for 'Acme inc'"):
        known.tell("Acme inc", "other.example", "FILE, row 3")


def test_learned_by_majority_and_told_before_learned() -> None:
    known = Companies()
    known.learn(
        [
            ("Acme", "a.example"),
            ("Acme Inc", "b.example"),
            ("ACME", "b.example"),
            ("", "c.example"),
            ("X", ""),
        ]
    )
    assert domain_of(known, "Acme Ltd") == "b.example"
    known.tell("Acme", "told.example")
    assert domain_of(known, "Acme") == "told.example"
    assert known.lookup("X") is None


LIKELY = (CompanyDomain("acme.com", 0.52), CompanyDomain("acme.net", 0.049))


@pytest.mark.parametrize(
    ("company", "likely", "message"),
    [
        pytest.param(
            "Acme Inc",
            LIKELY,
            "Acme Inc's domain is not known. Most likely: acme.com (52 %), acme.net (5 %). Give the domain, or remember it:"
            " guessmail learn --company 'Acme Inc=acme.com'",
            id="candidates",
        ),
        pytest.param(
            "Acme",
            (),
            "Acme's domain is not known. Give the domain, or remember it: guessmail learn --company Acme=DOMAIN",
            id="no candidate",
        ),
        pytest.param(
            "L'Acme $(x)",
            LIKELY[:1],
            "L'Acme $(x)'s domain is not known. Most likely: acme.com (52 %). Give the domain, or remember it:"
            """ guessmail learn --company 'L'"'"'Acme $(x)=acme.com'""",
            id="a shell runs nothing of it",
        ),
    ],
)
def test_the_problem_names_the_best_and_says_what_to_do(
    company: str, likely: tuple[CompanyDomain, ...], message: str
) -> None:
    problem = unknown_company(company, likely)
    assert (problem.code, problem.message) == (Code.UNKNOWN_COMPANY, message)


@pytest.mark.parametrize(
    ("name", "basis"),
    [("Told", "list"), ("Learned Inc", "list"), ("Kept GmbH", "store"), ("Told Ltd", "list")],
)
def test_where_a_domain_is_known_from(name: str, basis: str) -> None:
    known = Companies()
    known.tell("Told", "told.example")
    known.learn([("Learned", "learned.example")])
    known.remember([("Kept", "kept.example"), ("Told", "older.example")])
    found = known.lookup(name)
    assert found is not None
    assert (found.probability, found.basis) == (1.0, basis)


def test_unknown_companies_are_counted() -> None:
    known = Companies()
    for name in ("Other Ltd", "New Inc", "Other Ltd", "Bad\x1b[31mName"):
        known.count_unknown(name)
    assert not any("\x1b" in line for line in known.summary())
    head, first, *_ = known.summary()
    assert "--companies" in head
    assert first.split() == ["2", "Other", "Ltd"]
    assert known.summary(1)[-1].split()[:4] == ["2", "in", "2", "other"]
    assert Companies().summary() == []
