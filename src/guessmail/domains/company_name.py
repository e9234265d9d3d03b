"""A company's name, taken apart: its words, its legal forms, and a domain that is written in it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from guessmail.data.company_words import AND, ARTICLES, MARKED, SIGNS
from guessmail.data.legal_forms import KIND_OF_FORM, LEGAL_FORMS, LEGAL_FORMS_BEFORE
from guessmail.data.trades import TRADES
from guessmail.domains import read_domain, registrable

_LONGEST = 300
_LONGEST_FORM = max(map(len, LEGAL_FORMS))
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_OLD_NAME = re.compile(r"\b(?:formerly|previously|was|f/?k/?a|ex)\b", re.IGNORECASE)
_TRADES_AS = re.compile(r"\b(?:d/?b/?a|t/a|trading as|doing business as)\b[.:]?\s*", re.IGNORECASE)
_PART_OF = re.compile(r",\s*(?:an?|the|eine?)\s.*|\b(?:c/o|p/a)\s.*", re.IGNORECASE)
_INSIDE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})\b", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,7}")
_WORD = re.compile(r"[a-z0-9]+|[&+-]")
_HUMPS = re.compile(r"[^\W\d_A-Z][A-Z]")


class CompanyWord(NamedTuple):
    """A word of a company's name, in `[a-z0-9]`."""

    text: str
    tied: bool = False
    """Whether a hyphen stands before it."""
    sign: bool = False
    """Whether it is written as `&` or `+`."""
    capitals: bool = False
    """Whether it is written in capitals, in a name with lower-case letters."""
    humps: bool = False
    """Whether it has a capital inside: `BroadWare`."""


class CompanyName(NamedTuple):
    """A company's name as far as its domain depends on it."""

    words: tuple[CompanyWord, ...]
    """Without the legal form; at most seven."""
    forms: tuple[str, ...]
    """The legal forms, folded: `gmbh`, `co kg`."""
    acronym: str = ""
    """The name's short form in brackets: `aiag`; or empty."""
    inside: str = ""
    """A registrable domain that is written in the name, or empty."""
    marked: str = ""
    """The name's words with ü as ue and the like, separated by spaces; empty if that changes nothing."""
    marks: str = ""
    """Its letters that are not ASCII, each once."""

    @property
    def form(self) -> str:
        """The last legal form, folded; empty if there is none."""
        return self.forms[-1] if self.forms else ""


@lru_cache(maxsize=1 << 12)
def fold_company(name: str) -> str:
    """Return a company's name for comparison: lower case, without accents and punctuation; maybe empty."""
    plain = unicodedata.normalize("NFKC", name[:_LONGEST]).casefold()
    # `S.p.A.` and `L'Oréal` are one word each, `Acme-Test` and `Smith&Sons` two.
    joined = "".join(c for c in anyascii(plain).lower() if c not in ".'`")
    return " ".join("".join(c if c.isalnum() else " " for c in joined).split())


@lru_cache(maxsize=1 << 12)
def short_name(name: str) -> str:
    """Return a folded name without legal forms, place and brackets: `acme` for `Acme (UK) GmbH & Co. KG, Bern`; maybe empty."""
    words = tuple(fold_company(_main_part(" ".join(name[:_LONGEST].split()))).split())
    start, end, _ = _beside_forms(words)
    return " ".join(words[start:end])


def name_key(name: str) -> str:
    """Return a name as the directory has it: the `short_name` without "the", "and", and spaces; maybe empty."""
    words = short_name(name).split()
    kept = [word for at, word in enumerate(words) if word not in (ARTICLES if at == 0 else AND)]
    return "".join(kept or words)


def read_company(name: str) -> CompanyName:
    """Take a company's name apart; a name without a Latin letter or digit, even after romanisation, has no words."""
    text = " ".join(unicodedata.normalize("NFKC", name[:_LONGEST]).split())
    short = next(filter(_ACRONYM.fullmatch, map(str.strip, _BRACKETS.findall(text))), "")
    acronym = re.sub("[&-]", "", short.lower())
    main = _main_part(text)
    if inside := _inside(text):
        main = _INSIDE.sub(f" {inside.partition('.')[0]} ", main, count=1)
    words, forms = _words(main)
    lower = main.lower()
    marked = "".join(MARKED.get(c, c) for c in lower)
    marks = "".join(sorted({c for c in lower if ord(c) > 127 and c.isalpha()}))
    others = " ".join(word.text for word in _words(marked)[0]) if marked != lower else ""
    return CompanyName(words, forms, acronym, inside, others, marks)


def _inside(text: str) -> str:
    for found in _INSIDE.findall(text):
        domain = read_domain(found.lower())
        own = registrable(domain) if isinstance(domain, str) else ""
        labels = tuple(own.split("."))
        # `S.p.A`, `Co.Ltd` and `a.s` look like domains.
        if len(labels[0]) > 1 and LEGAL_FORMS.isdisjoint((labels, labels[-1:])):
            return own
    return ""


def _main_part(text: str) -> str:
    """Return a name without brackets, earlier names, and the company of which it is a part."""
    if trades_as := _TRADES_AS.search(text):
        text = text[trades_as.end() :] or text
    # A legal form in brackets stays: `Acme (Pty) Ltd`.
    bare = _BRACKETS.sub(
        lambda inner: f" {inner[1]} " if _is_form(tuple(fold_company(inner[1]).split())) else " ", text
    ).strip()
    old = _OLD_NAME.search(bare, 1)  # not at the start: `Ex Machina`
    bare = _PART_OF.sub("", bare[: old.start()] if old else bare)
    for comma in reversed([*re.finditer(",", bare)]):
        # A place stands behind the legal form: `Acme AG, Bern`, but not `Acme Co., Ltd.`
        if _has_form(bare[: comma.start()]) and not _has_form(f"x {bare[comma.end() :]}"):
            return bare[: comma.start()]
    return bare if re.search(r"[^\W_]", bare) else text


def _has_form(text: str) -> bool:
    """Return whether a text ends in a legal form after at least one other word."""
    words = tuple(fold_company(text).split())
    return _beside_forms(words)[1] < len(words)


def _words(text: str) -> tuple[tuple[CompanyWord, ...], tuple[str, ...]]:
    """Return the words of a name without its legal forms, at most seven, and these forms, folded."""
    some_small = any(character.islower() for character in text)
    found: list[CompanyWord] = []
    tied = False
    for run in text.split():
        plain = re.sub("['`’]", "", run)
        pieces = run.strip(".,").split(".")  # words (`Amazon.com`), or an abbreviation (`S.p.A.`)
        if not all(len(piece) > 3 or piece.lower() in {"com", "net", "org", "co"} for piece in pieces):
            plain = re.sub(r"\.(?=\w)(?<!\d\.)", "", plain)
        capitals = some_small and run.isupper() and len(run) <= 6
        humps = _HUMPS.search(run) is not None
        for piece in _WORD.findall(anyascii(plain.casefold()).lower()):
            sign = piece in SIGNS
            if piece != "-" and (found or not sign):
                found.append(CompanyWord(SIGNS.get(piece, piece), tied and not sign, sign, capitals, humps))
            tied = piece == "-" and bool(found)
        tied = False
    start, end, forms = _beside_forms(tuple("" if word.sign else word.text for word in found))
    return tuple(found[start:end][:7]), forms


def _beside_forms(words: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    """Return start and end of a name without its legal forms, and these forms; at least one word stays."""
    start, end = 0, len(words)
    forms: list[str] = []
    while size := next(
        (n for n in range(_LONGEST_FORM, 0, -1) if end > n and _is_form(words[end - n : end])), 0
    ):
        forms.insert(0, " ".join(filter(None, words[end - size : end])))
        end -= size
        while end > 1 and not words[end - 1]:
            end -= 1
    if end > 1 and words[:1] in LEGAL_FORMS_BEFORE:
        forms.append(words[0])
        start = 1
    return start, end, tuple(forms)


def _is_form(words: tuple[str, ...]) -> bool:
    return tuple(word for word in words if word) in LEGAL_FORMS


@lru_cache(maxsize=1 << 12)
def company_traits(name: str) -> tuple[str, ...]:
    """Return the classes of a company as `dimension=value`, one of each dimension; empty for a name without words.

    `company-form` (the kind of its legal form, `none`, `other`), `company-trade` (by the last word that names one,
    `none`) and `company-words` (1 to 4, without the legal form).
    """
    read = read_company(name)
    if not read.words:
        return ()
    kinds = (KIND_OF_FORM[word] for word in read.form.split() if word in KIND_OF_FORM)
    form = next(kinds, "other" if read.form else "none")
    trade = next((TRADES[word.text] for word in reversed(read.words) if word.text in TRADES), "none")
    return f"company-form={form}", f"company-trade={trade}", f"company-words={min(len(read.words), 4)}"
