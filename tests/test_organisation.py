"""What is assumed of an organisation: its country, by what is given before what is seen, and its kind."""

import json

import pytest

from guessmail.domains.question import Employer, country_of_phone, organisation_of, read_country
from guessmail.guesser import Guess, Guesser, Question, Settings
from program import run


@pytest.mark.parametrize(
    ("written", "country"),
    [
        pytest.param("DE", "de", id="code"),
        pytest.param(" gb ", "gb", id="lower case, spaces"),
        pytest.param("UK", "gb", id="the code that people write for it"),
        pytest.param("DEU", "de", id="three letters"),
        pytest.param("Germany", "de", id="English"),
        pytest.param("Deutschland", "de", id="German"),
        pytest.param("ALLEMAGNE", "de", id="French, capitals"),
        pytest.param("España", "es", id="with a mark"),
        pytest.param("Espana", "es", id="without it"),
        pytest.param("日本", "jp", id="Japanese"),
        pytest.param("Россия", "ru", id="Russian"),
        pytest.param("U.S.A.", "us", id="dots"),
        pytest.param("United States of America", "us", id="long form"),
        pytest.param("The Netherlands", "nl", id="article"),
        pytest.param("England", "gb", id="a part that people write for the whole"),
        pytest.param("Côte d'Ivoire", "ci", id="apostrophe"),
        pytest.param("Georgia", "ge", id="a country, not the state"),
        pytest.param("Georgia, US", "us", id="a state before its country"),
        pytest.param("Berlin, DE", "", id="a place in Germany or in Delaware"),
        pytest.param("Bolivia, Plurinational State of", "bo", id="inverted, as ISO 3166 has it"),
        pytest.param("DE - Germany", "de", id="code and name"),
        pytest.param("Taiwan (ROC)", "tw", id="brackets"),
        pytest.param("Congo, The Democratic Republic of the", "cd", id="not the other Congo"),
        pytest.param("Narnia", "", id="none"),
        pytest.param("XX", "", id="no code"),
        pytest.param("", "", id="empty"),
        pytest.param("-", "", id="a placeholder"),
    ],
)
def test_countries(written: str, country: str) -> None:
    assert read_country(written) == country


@pytest.mark.parametrize(
    ("written", "country"),
    [
        pytest.param("TX", "us", id="code"),
        pytest.param("New York", "us", id="name"),
        pytest.param("CA", "us", id="California, not Canada"),
        pytest.param("WA", "us", id="Washington before Western Australia"),
        pytest.param("Ontario", "ca", id="province"),
        pytest.param("Québec", "ca", id="in French"),
        pytest.param("NSW", "au", id="Australia"),
        pytest.param("Bayern", "", id="of no country that is told by it"),
    ],
)
def test_states(written: str, country: str) -> None:
    assert read_country("", written) == country


@pytest.mark.parametrize(
    ("written", "country"),
    [
        pytest.param("+49 30 901820", "de", id="plus"),
        pytest.param("0044 20 7946 0000", "gb", id="zeros"),
        pytest.param("(+33) 1 23 45", "fr", id="brackets"),
        pytest.param("+1 (212) 555-0100", "us", id="United States"),
        pytest.param("+1 416 555 0100", "ca", id="Canada by its area"),
        pytest.param("+352 12 34", "lu", id="three digits"),
        pytest.param("030 901820", "", id="without the country's code"),
        pytest.param("555-0100", "", id="local"),
        pytest.param("", "", id="empty"),
    ],
)
def test_phones(written: str, country: str) -> None:
    assert country_of_phone(written) == country


@pytest.mark.parametrize(
    ("domain", "employer", "expected"),
    [
        pytest.param("acme.com", Employer(), ("firm", "", ""), id="nothing tells it"),
        pytest.param("acme.de", Employer(), ("firm", "de", "suffix"), id="suffix"),
        pytest.param("acme.co.uk", Employer(), ("firm", "gb", "suffix"), id="a suffix that is not the code"),
        pytest.param("acme.io", Employer(), ("firm", "", ""), id="a country's suffix that the world uses"),
        pytest.param("acme.com", Employer("Acme GmbH"), ("firm", "de", "legal form"), id="legal form"),
        pytest.param("acme.com", Employer("Acme, Inc."), ("firm", "us", "legal form"), id="Inc"),
        pytest.param("acme.com", Employer("Acme Ltd"), ("firm", "", ""), id="a form of many countries"),
        pytest.param("acme.at", Employer("Acme GmbH"), ("firm", "at", "suffix"), id="suffix before form"),
        pytest.param("acme.com", Employer(phone="+45 1"), ("firm", "dk", "phone"), id="phone"),
        pytest.param(
            "acme.com",
            Employer("Acme AB", phone="+45 1"),
            ("firm", "se", "legal form"),
            id="form before phone",
        ),
        pytest.param("acme.de", Employer(country="fr"), ("firm", "fr", "given"), id="given before suffix"),
        pytest.param("state.edu", Employer(), ("academic", "us", "suffix"), id="edu"),
        pytest.param("cs.example.edu.au", Employer(), ("academic", "au", "suffix"), id="edu.au"),
        pytest.param("example.ac.uk", Employer(), ("academic", "gb", "suffix"), id="ac.uk"),
        pytest.param("uni-example.de", Employer(), ("academic", "de", "suffix"), id="uni-"),
        pytest.param("univ-example.fr", Employer(), ("academic", "fr", "suffix"), id="univ-"),
        pytest.param("tu-example.de", Employer(), ("academic", "de", "suffix"), id="tu-"),
        pytest.param("exampleuniversity.com", Employer(), ("academic", "", ""), id="the word within"),
        pytest.param("example.com", Employer("Example University"), ("academic", "", ""), id="by its name"),
        pytest.param("uniform.com", Employer(), ("firm", "", ""), id="not all that begins with uni"),
        pytest.param("example.gov", Employer(), ("public", "us", "suffix"), id="gov"),
        pytest.param("example.gov.uk", Employer(), ("public", "gb", "suffix"), id="gov.uk"),
        pytest.param("example.gouv.fr", Employer(), ("public", "fr", "suffix"), id="gouv.fr"),
        pytest.param("ci.example.tx.us", Employer(), ("public", "us", "suffix"), id="a city below its state"),
        pytest.param("cityofexample.org", Employer(), ("public", "", ""), id="a city by its label"),
        pytest.param("example.org", Employer("County of Example"), ("public", "", ""), id="by its name"),
        pytest.param(
            "example.gov", Employer(country="au"), ("public", "au", "given"), id="given keeps the kind"
        ),
    ],
)
def test_organisations(domain: str, employer: Employer, expected: tuple[str, str, str]) -> None:
    assert organisation_of(domain, employer) == expected


def guess(question: Question, country: str = "") -> Guess:
    return Guesser(settings=Settings(country=country)).guess(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(Question("Jürgen Schmidt", "acme.com"), ("de", "name"), id="the name alone"),
        pytest.param(Question("Jürgen Schmidt", "acme.fr"), ("fr", "suffix"), id="suffix before the name"),
        pytest.param(Question("Jürgen Schmidt", "acme.com", country="US"), ("us", "given"), id="column"),
        pytest.param(Question("Jürgen Schmidt", "acme.com", state="TX"), ("us", "given"), id="state"),
        pytest.param(
            Question("Jürgen Schmidt", "acme.com", country="Canada", state="CA"),
            ("ca", "given"),
            id="country before state",
        ),
        pytest.param(Question("Jürgen Schmidt", "acme.com", phone="+39 06 1"), ("it", "phone"), id="phone"),
        pytest.param(
            Question("Jürgen Schmidt", "acme.com", country="nowhere"),
            ("de", "name"),
            id="a cell that tells none",
        ),
        pytest.param(Question("Xq Zzy", "acme.com"), ("", ""), id="a name of nowhere"),
    ],
)
def test_the_country_of_a_question(question: Question, expected: tuple[str, str]) -> None:
    organisation = guess(question).organisation
    assert organisation is not None
    assert organisation[1:] == expected


def test_the_option_comes_before_the_column() -> None:
    organisation = guess(Question("Jane Doe", "acme.com", country="France"), country="SE").organisation
    assert organisation is not None
    assert organisation.country == "se"


def test_a_country_changes_the_addresses() -> None:
    american, finnish = (
        {one.address: one.probability for one in guess(Question("Jane Doe", "acme.com"), country).candidates}
        for country in ("US", "FI")
    )
    assert finnish["jane.doe@acme.com"] > 2 * american["jane.doe@acme.com"]
    assert american["jdoe@acme.com"] > 2 * finnish.get("jdoe@acme.com", 0.0)


@pytest.mark.parametrize("name", ["Rajesh Kumar", "Anil Gupta", "Jane Doe"])
@pytest.mark.parametrize(("domain", "country"), [("acme.com", "IN"), ("acme.in", "")])
def test_of_indian_firms_the_names_tell_more(name: str, domain: str, country: str) -> None:
    """The few that are known are small, and address people by given names."""
    best = guess(Question(name, domain), country).candidates[0]
    assert best.pattern == "{first}.{last}"


def test_a_row_is_answered_as_the_question_alone() -> None:
    rows = [
        Question(name, "acme.com", country=country)
        for name in ("Jane Doe", "Jürgen Schmidt", "Sven Lindqvist")
        for country in ("", "US", "Germany", "")
    ]
    assert [one.candidates for one in Guesser().guess_all(rows)] == [guess(row).candidates for row in rows]


@pytest.mark.parametrize("written", ["Germany", "de", "DEU"])
def test_the_command_takes_names_of_countries(written: str) -> None:
    done = run("guess", "Jane Doe", "acme.com", "--country", written, "--no-mx", "--format", "json")
    answer = json.loads(done.stdout)
    assert (answer["country"], answer["kind"]) == ("DE", "firm")


def test_a_country_that_is_none_is_refused() -> None:
    done = run("guess", "Jane Doe", "acme.com", "--country", "Narnia", "--no-mx")
    assert done.returncode == 2
    assert "'Narnia' is no country" in done.stderr


@pytest.mark.parametrize(
    ("header", "cell", "country"),
    [
        ("country", "Italia", "IT"),
        ("Land", "Österreich", "AT"),
        ("Pays", "Belgique", "BE"),
        ("State", "Texas", "US"),
        ("Company Phone", "+46 8 1234", "SE"),
    ],
)
def test_a_column_tells_the_country(header: str, cell: str, country: str) -> None:
    rows = f"name,domain,{header}\nJane Doe,acme.com,{cell}\n"
    done = run("guess", "-i", "-", "--no-mx", "--format", "jsonl", piped=rows)
    assert json.loads(done.stdout)["country"] == country


def test_the_explanation_says_what_was_assumed() -> None:
    done = run("guess", "Jürgen Schmidt", "acme.com", "--no-mx", "--explain")
    assert "Organisation: company; country: Germany, from the name" in done.stderr


def test_formats_say_what_is_assumed() -> None:
    assert "university; country: United Kingdom, from the domain" in run("formats", "example.ac.uk").stdout
