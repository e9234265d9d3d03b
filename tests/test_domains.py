"""What users type in place of a domain."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from guessmail.data.mail_providers import MAIL_PROVIDERS
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.data.roles import ROLES
from guessmail.data.suffixes import DEEP, FLAT, PRIVATE, SECOND_LEVEL
from guessmail.domains import is_mailbox_provider, is_public_suffix, read_domain, registrable
from guessmail.domains.question import Question, swapped
from guessmail.errors import Code, Problem

GOOD = [
    ("acme.com", "acme.com"),
    ("ACME.COM", "acme.com"),
    ("ACME.COM.", "acme.com"),
    ("  acme.com \r\n", "acme.com"),
    ("\ufeffacme.com", "acme.com"),
    ("acme.com:25", "acme.com"),
    ("acme.com:", "acme.com"),
    ("www.acme.com", "acme.com"),
    ("WWW.Acme.Com", "acme.com"),
    ("www.com", "www.com"),
    ("www.co.uk", "www.co.uk"),
    ("www.acme.co.uk", "acme.co.uk"),
    ("https://www.acme.com/about", "acme.com"),
    ("HTTPS://ACME.COM", "acme.com"),
    ("http://acme.com?a=b@c.d", "acme.com"),
    ("https://acme.com/@jane", "acme.com"),
    ("http://user:pass@www.acme.com:8080/x#y", "acme.com"),
    ("//acme.com/x", "acme.com"),
    ("acme.com/about/us", "acme.com"),
    ("acme.com/@jane", "acme.com"),
    ("acme.com#top", "acme.com"),
    ("jane@example.com", "example.com"),
    ("@example.com", "example.com"),
    ("mailto:jane@example.com?subject=x", "example.com"),
    ("jane/doe@example.com", "example.com"),
    ("Jane Doe <jane@example.com>", "example.com"),
    ('"odd@local"@example.com', "example.com"),
    ("<acme.com>", "acme.com"),
    ("acme.com,", "acme.com"),
    ("mail.eu.acme.com", "mail.eu.acme.com"),
    ("acme.co.uk", "acme.co.uk"),
    ("city.kobe.jp", "city.kobe.jp"),
    ("github.io", "github.io"),
    ("acme.test", "acme.test"),
    ("acme.whatever", "acme.whatever"),
    ("3m.com", "3m.com"),
    ("1.2.3.4.com", "1.2.3.4.com"),
    ("a--b.com", "a--b.com"),
    ("bücher.example", "xn--bcher-kva.example"),
    ("BÜCHER.example", "xn--bcher-kva.example"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ("jürgen@bücher.example", "xn--bcher-kva.example"),
    ("straße.example", "xn--strae-oqa.example"),
    ("ａｃｍｅ．ｃｏｍ", "acme.com"),
    ("acme。com", "acme.com"),
    ("例え.jp", "xn--r8jz45g.jp"),
    ("日本tokyoカ.jp", None),
    ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
    ("a" * 63 + ".com", "a" * 63 + ".com"),
]


@pytest.mark.parametrize(("typed", "wanted"), GOOD)
def test_reads(typed: str, wanted: str | None) -> None:
    domain = read_domain(typed)
    assert isinstance(domain, str), domain
    if wanted:
        assert domain == wanted
    assert read_domain(domain) == domain


BAD = [
    ("", Code.NO_DOMAIN, "domain"),
    ("  ", Code.NO_DOMAIN, "domain"),
    (".", Code.NO_DOMAIN, "domain"),
    ("https://", Code.NO_DOMAIN, "domain"),
    ("jane@", Code.BAD_DOMAIN, "nothing after the @"),
    ("bad domain", Code.BAD_DOMAIN, "space"),
    ("acme.com acme.de", Code.BAD_DOMAIN, "space"),
    ("Acme Corp", Code.BAD_DOMAIN, "space"),
    ("acme", Code.BAD_DOMAIN, "no dot"),
    ("localhost", Code.BAD_DOMAIN, "no dot"),
    ("com", Code.BAD_DOMAIN, "no dot"),
    ("1.2.3.4", Code.BAD_DOMAIN, "IP address"),
    ("1.2.3.4:25", Code.BAD_DOMAIN, "IP address"),
    ("http://1.2.3.4/x", Code.BAD_DOMAIN, "IP address"),
    ("jane@[1.2.3.4]", Code.BAD_DOMAIN, "IP address"),
    ("jane@[IPv6:2001:db8::1]", Code.BAD_DOMAIN, "IP address"),
    ("2001:db8::1", Code.BAD_DOMAIN, "IP address"),
    ("http://[::1]:80/", Code.BAD_DOMAIN, "IP address"),
    ("1.2.3", Code.BAD_DOMAIN, "number"),
    ("acme.123", Code.BAD_DOMAIN, "number"),
    ("co.uk", Code.BAD_DOMAIN, "public suffix"),
    ("https://co.uk/", Code.BAD_DOMAIN, "public suffix"),
    ("kobe.jp", Code.BAD_DOMAIN, "public suffix"),
    ("xn--p1ai", Code.BAD_DOMAIN, "no dot"),
    ("com.bd", Code.BAD_DOMAIN, "public suffix"),
    ("acme\x00.com", Code.BAD_DOMAIN, "U+0000"),
    ("\x00acme.com", Code.BAD_DOMAIN, "U+0000"),
    ("acme.com\x1b[31m", Code.BAD_DOMAIN, "U+001B"),
    ("ac\u200bme.com", Code.BAD_DOMAIN, "U+200B"),
    ("ac\u202eme.com", Code.BAD_DOMAIN, "U+202E"),
    ("acme\ud800.com", Code.BAD_DOMAIN, "U+D800"),
    ("аcme.com", Code.BAD_DOMAIN, "Cyrillic and Latin"),
    ("xn--cme-7cd.com", Code.BAD_DOMAIN, "Cyrillic and Latin"),
    ("αcme.com", Code.BAD_DOMAIN, "Greek and Latin"),
    ("a" * 64 + ".com", Code.BAD_DOMAIN, "63"),
    ("ü" * 60 + ".com", Code.BAD_DOMAIN, "63"),
    ("ü" * 70 + ".com", Code.BAD_DOMAIN, "63"),
    ((("a" * 60) + ".") * 5 + "com", Code.BAD_DOMAIN, "253"),
    ("a" * 5000, Code.BAD_DOMAIN, "2048"),
    ("acme..com", Code.BAD_DOMAIN, "extra dot"),
    (".acme.com", Code.BAD_DOMAIN, "extra dot"),
    ("-acme.com", Code.BAD_DOMAIN, "hyphen"),
    ("acme-.com", Code.BAD_DOMAIN, "hyphen"),
    ("ac_me.com", Code.BAD_DOMAIN, "'_'"),
    ("acme!.com", Code.BAD_DOMAIN, "'!'"),
    ("acme.com:smtp", Code.BAD_DOMAIN, "port"),
    ("acme.com:99999", Code.BAD_DOMAIN, "port"),
    ("xn--a.com", Code.BAD_DOMAIN, "international"),
    ("☃.com", Code.BAD_DOMAIN, "international"),
    ("=cmd|calc", Code.BAD_DOMAIN, "character"),
]


@pytest.mark.parametrize(("typed", "code", "words"), BAD)
def test_refuses_and_says_why(typed: str, code: Code, words: str) -> None:
    problem = read_domain(typed)
    assert isinstance(problem, Problem), problem
    assert problem.code is code
    assert words in problem.message
    assert problem.message.isprintable()
    assert problem.message.endswith((".", "?"))


def test_name_and_domain_swapped_are_told_in_letters() -> None:
    problem = swapped(Question("BÜCHER.de", "Jane Doe"), read_domain("Jane Doe"))
    assert problem
    assert problem.message.startswith("bücher.de is a domain")


@given(st.text() | st.from_regex(r"(https?://)?[a-zа-я0-9.@:/\[\]-]{0,30}"))
def test_never_raises_and_is_idempotent(typed: str) -> None:
    domain = read_domain(typed)
    if isinstance(domain, str):
        assert domain.isascii()
        assert domain == domain.lower()
        assert read_domain(domain) == domain


@pytest.mark.parametrize(
    ("domain", "wanted"),
    [
        ("acme.com", "acme.com"),
        ("a.b.acme.com", "acme.com"),
        ("mail.acme.co.uk", "acme.co.uk"),
        ("shop.uk.com", "shop.uk.com"),
        ("x.shop.uk.com", "shop.uk.com"),
        ("x.city.kobe.jp", "city.kobe.jp"),
        ("a.b.c.kobe.jp", "b.c.kobe.jp"),
        ("acme.com.bd", "acme.com.bd"),
        ("mail.acme.test", "acme.test"),
        ("co.uk", "co.uk"),
        ("com", "com"),
        ("aspmx.l.google.com", "google.com"),
        ("mx.google.com.evil.test", "evil.test"),
    ],
)
def test_registrable(domain: str, wanted: str) -> None:
    assert registrable(domain) == wanted


@pytest.mark.parametrize(
    ("domain", "wanted"),
    [
        ("gmail.com", True),
        ("outlook.com", True),
        ("hotmail.co.uk", True),
        ("acme.com", False),
        ("notgmail.com", False),
    ],
)
def test_mailbox_provider(domain: str, wanted: bool) -> None:
    assert is_mailbox_provider(domain) is wanted


def test_the_small_table_of_suffixes_agrees_with_the_whole_list() -> None:
    psl = PublicSuffixList(only_icann=True)
    rules = {rule for rule in psl._publicsuffix if rule.isascii()}
    for top in FLAT:
        assert not [rule for rule in rules if rule.endswith("." + top)], top
    for rule in rules:
        labels = rule.lstrip("!*.").split(".")
        if labels[-1] not in SECOND_LEVEL or len(labels) < 2:
            continue
        if rule[0] in "!*" or len(labels) > 2:
            assert ".".join(labels[-2:]) in DEEP, rule
        else:
            assert f" {labels[0]} " in SECOND_LEVEL[labels[1]], rule
            assert is_public_suffix(rule)
    for top, seconds in SECOND_LEVEL.items():
        for second in seconds.split():
            assert psl.publicsuffix(f"{second}.{top}") == f"{second}.{top}"
    assert not any(is_public_suffix(private) for private in PRIVATE)


def test_tables_are_clean() -> None:
    for domain in (*MAIL_PROVIDERS, *MAILBOX_PROVIDERS):
        assert domain == domain.lower()
        assert not is_public_suffix(domain)
    for local in ROLES:
        assert local == local.lower()
        assert " " not in local
    assert {"info", "sales", "support", "hr", "jobs", "kontakt", "noreply"} <= ROLES


def test_plain_domains_import_nothing_slow() -> None:
    code = (
        "import sys; from guessmail.domains import *; import guessmail.dns;"
        "read_domain('acme.com'); read_domain('https://www.acme.co.uk/'); read_domain('gmail.com');"
        "is_mailbox_provider('acme.com'); registrable('mail.acme.de');"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in"
        " {'idna', 'publicsuffixlist', 'email_validator', 'dns', 'socket', 'sqlite3', 'click', 'rich'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
