"""Companies by name."""

import pytest

from guessmail.data.legal_forms import LEGAL_FORMS
from guessmail.domains.companies import Companies, fold_company, strip_legal_form
from guessmail.errors import Code, UsageError


@pytest.mark.parametrize(
    "name",
    [
        "Acme", "ACME", "acme inc", "Acme, Inc.", "Acme Corp", "Acme Corporation", "Acme L.L.C.", "Acme Ltd.",
        "Acme GmbH", "Acme GmbH & Co. KG", "Acme S.p.A.", "Acme S.A. de C.V.", "Acme Sp. z o.o.",
        "Acme Pty Ltd", "Acme Pte. Ltd.", "Acme A/S", "Acme Oy", "ООО Acme", "PT Acme Tbk", "Acme B.V.",
        "The Acme Company", "Acme Co., Ltd.", "Ácme s.r.o.", "Acmé SAS", " acme  inc. ", "Acme K.K.",
        "Acme Ltda.", "ACME, INCORPORATED",
    ],
)  # fmt: skip
def test_one_company(name: str) -> None:
    known = Companies()
    known.tell("Acme Ltd", "acme.example")
    assert known.lookup(name) == "acme.example"


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
        assert strip_legal_form(" ".join(form))


def test_forms_of_one_name_may_have_domains_of_their_own() -> None:
    known = Companies()
    known.tell("Acme GmbH", "acme-de.example")
    known.tell("Acme Inc", "acme.example")
    assert known.lookup("ACME GMBH") == "acme-de.example"
    assert known.lookup("Acme, Inc.") == "acme.example"
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
    assert known.lookup("Acme Ltd") == "b.example"
    known.tell("Acme", "told.example")
    assert known.lookup("Acme") == "told.example"
    assert known.lookup("X") is None


def test_unknown_companies_are_counted_and_told_how() -> None:
    known = Companies()
    for name in ("Other Ltd", "New Inc", "Other Ltd", "Bad\x1b[31mName"):
        problem = known.problem(name)
    assert problem.code is Code.UNKNOWN_COMPANY
    assert "guessmail learn --company" in problem.message
    assert "\x1b" not in problem.message
    head, first, *_ = known.summary()
    assert "--companies" in head
    assert first.split() == ["2", "Other", "Ltd"]
    assert known.summary(1)[-1].split()[:4] == ["2", "in", "2", "other"]
    assert Companies().summary() == []
