"""Hints for what users often mean when they type something else: each a sentence, empty where there is none."""

from collections.abc import Sequence

from guessmail.domains import registrable
from guessmail.domains.question import is_unknown_top
from guessmail.text import is_slip

_OPTIONS_MEANT = {
    "--json": "--format json",
    "--jsonl": "--format jsonl",
    "--csv": "--format csv",
    "--tsv": "--format tsv",
    "--xlsx": "--format xlsx",
    "--plain": "--format plain",
    "--out": "--output",
    "--file": "--input",
    "--limit": "--top",
    "--count": "--top",
}
"""Options as other programs have them, and what they are called here."""
_LIST_ENDINGS = (".csv", ".tsv", ".jsonl", ".xlsx", ".txt")
_COMMON = frozenset(
    f"{name}.com"
    for name in ("example", "gmail", "googlemail", "hotmail", "icloud", "outlook", "protonmail", "yahoo")
)
"""Domains that are mistyped often, and known whole; to look for slips of others would accuse too many companies."""
_USUAL = ("com", "org", "net", "edu", "gov", "info", "biz", "test")


def quotes_hint(words: Sequence[str]) -> str:
    """Return what to type instead of a name without quotes: `guess Jane Doe acme.com`."""
    *name, domain = words
    return f'Put the name in quotes: guessmail guess "{" ".join(name)}" {domain}'


def file_hint(name: str, command: str, *, is_file: bool) -> str:
    """Return what to type where a list stands in place of a name or a domain: `guess people.csv`."""
    if is_file or name.lower().endswith(_LIST_ENDINGS):
        return f"{name} is a file. Use: guessmail {command} -i {name}"
    return ""


def option_hint(typed: str) -> str:
    """Return which option is meant by one that other programs have, and that is not similar enough to be found."""
    meant = _OPTIONS_MEANT.get(typed)
    return f"No such option '{typed}'. Did you mean '{meant}'?" if meant else ""


def profile_hint(typed: str) -> str:
    """Return why a page about a person is not a company's web site: `linkedin.com/in/jane-doe`."""
    if "/" not in typed or "@" in typed:
        return ""
    from guessmail.tables.cells import domain_in  # imports all of tables

    if not domain_in(typed):
        return f"{typed.strip()} is a profile page, not a company's web site. Give the company's domain, such as acme.com."
    return ""


def choice_hint(probabilities: Sequence[float], *, until: float, least: float) -> str:
    """Return that nothing is as probable as asked for, or that all guesses together are not."""
    if not probabilities:
        return f"No guess is as probable as {least:g}. Lower --min-probability to see more."
    if until < 1 and (total := sum(probabilities)) < until:
        return f"These guesses reach only {total:.0%} together, not {until:.0%}. Raise --top, or add a known address."
    return ""


def disposable_hint(domain: str) -> str:
    """Return that a domain (A-labels, lower case) is one of throw-away addresses."""
    from guessmail.addresses import is_disposable  # reads 5,000 domains

    return f"{domain} provides disposable addresses; nobody works there." if is_disposable(domain) else ""


def typo_hint(domain: str) -> str:
    """Return which domain (A-labels, lower case) was probably meant: `gmial.com`, `exmaple.com`, `acme.tst`."""
    owned = registrable(domain)
    if owned in _COMMON:
        return ""
    if meant := next((known for known in sorted(_COMMON) if is_slip(owned, known)), ""):
        return f"Did you mean {meant}? {domain} looks like a typing error."
    if not is_unknown_top(owned):
        return ""
    top = owned.rpartition(".")[2]
    near = next((one for one in _USUAL if is_slip(top, one)), "")
    tip = f" Did you mean {owned.removesuffix(top)}{near}?" if near else ""
    return f"There seems to be no top-level domain .{top}.{tip}"
