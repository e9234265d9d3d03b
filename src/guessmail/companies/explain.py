"""How a candidate domain comes of a company's name, in words."""

from collections.abc import Iterator, Sequence
from itertools import product

from guessmail.companies import KNOWN_BASES, CompanyDomains
from guessmail.companies.features import may_take_affix, with_affix
from guessmail.companies.labels import Plan, plans_of, word_class
from guessmail.companies.model import ABBREVIATIONS, AFFIXES, COMMONNESS
from guessmail.dns.verdict import Verdict
from guessmail.domains.company_name import CompanyName, read_company
from guessmail.text import percent

_DONE = {
    "w": "",
    "i": "the initial of ",
    "3": "3 letters of ",
    "4": "4 letters of ",
    "c": "the consonants of ",
}
_SAID = {
    Verdict.ACCEPTS: "; it accepts mail",
    Verdict.NO_MAIL: "; it accepts no mail",
    Verdict.UNKNOWN: "; it could not be checked",
    None: "",
}


def explanation(found: CompanyDomains, most: int) -> Iterator[str]:
    """Yield how a name was read and how its first candidates come of it, a line each."""
    name = read_company(found.company)
    yield f"Words: {' '.join(word.text for word in name.words) or 'none'}."
    yield f"Legal form: {', '.join(name.forms) or 'none'}."
    if name.inside:
        yield f"Written in the name: {name.inside}."
    classes = "".join(word_class(word, COMMONNESS) for word in name.words)
    plans = plans_of(name, classes, ABBREVIATIONS)
    for domain, probability, basis, sources, verdict in found.candidates[:most]:
        label, _, suffix = domain.partition(".")
        listed = f"listed in the directory of organisations ({', '.join(sources)})" if sources else ""
        made = "known" if basis in KNOWN_BASES else listed or _made(label, name, plans)
        yield f"{domain}  {percent(probability, 1)}: {made}, under {suffix}{_SAID[verdict]}."
    yield f"None of the candidates: {percent(found.none, 1)}."


def _made(label: str, name: CompanyName, plans: Sequence[Plan]) -> str:
    """Return how a label was made, by the plan without an affix if there is one."""
    for affix, plan in product(AFFIXES, plans):
        if with_affix(plan.label, affix) == label and (not affix or may_take_affix(plan)):
            beside = f", with {affix.replace('+', '')!r} beside it" if affix else ""
            return f"made of {_parts(name, plan)}{beside}"
    return "written in the name"


def _parts(name: CompanyName, plan: Plan) -> str:
    if plan.actions == "()":
        return "the short form in brackets"
    parts = []
    for word, action in zip(name.words, plan.actions, strict=True):
        if action in "ab":
            parts.append(f"{ABBREVIATIONS[word.text].split()['ab'.index(action)]} for {word.text}")
        elif action != ".":
            parts.append(_DONE[action] + word.text)
    return " + ".join(parts)
