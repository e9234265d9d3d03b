"""Offers: from a name and a format to the template that holds for both, by the shortest way that there is."""

from typing import NamedTuple

from guessmail.candidates import Choice
from guessmail.holders import Holders
from guessmail.inference import Format
from guessmail.moulds import Mould, Moulds
from guessmail.names import Name, NameOrder, plain_words, read_name
from guessmail.names.nicks import has_nicks, nicks_of
from guessmail.names.origin import origin_of
from guessmail.prior import Prior
from guessmail.problems import Problem
from guessmail.shapes import shape_of, unified
from guessmail.templates import Template, template_for

__all__ = ["Offers"]

_MOST_KINDS = 20_000
_MOST_USUAL = 10_000
_MOST_SPECIAL = 4000
"""Templates of domains with samples that are kept; those of all others are shared."""


class _Kind(NamedTuple):
    """What names of two plain words have in common that have the same shape, without reading them."""

    mould: Mould
    is_swapped: bool
    """Whether the last word comes first among the letters."""
    tail: str
    """The letters behind both, and `TAIL`."""


class Offers:
    """Finds templates; each is worked out once a run."""

    def __init__(self, prior: Prior, choice: Choice, order: NameOrder) -> None:
        self._choice, self._order = choice, order
        self.moulds = Moulds(prior)
        self._kinds: dict[tuple[object, ...], _Kind] = {}
        self._usual: dict[Mould, Template] = {}
        self._special: dict[tuple[str, Mould], Template] = {}

    def to_name(self, name: Name, fmt: Format) -> tuple[Template, str] | None:
        """Return what is offered to a name, and the letters to fill in; None where these decide more than a template."""
        mould, letters = self.moulds.of(name)
        template = self._fitting(mould, letters, fmt)
        if template.has_ties or (fmt.holders and self._is_touched(name, template, letters, fmt.holders)):
            return None
        return template, letters

    def to_words(self, written: str, fmt: Format) -> tuple[Template, str] | None:
        """Return the same for a name as it is written."""
        words = plain_words(written)
        found = self._plain(written, *words) if words and not fmt.holders else None
        if found is None:
            name = read_name(written, order=self._order)
            return None if isinstance(name, Problem) else self.to_name(name, fmt)
        mould, letters = found
        template = self._fitting(mould, letters, fmt)
        return None if template.has_ties else (template, letters)

    def _is_touched(self, name: Name, template: Template, letters: str, holders: Holders) -> bool:
        """Tell whether it is known who holds some address that the name can lead to."""
        return bool(holders.known_to_hold(name)) or any(
            map(holders.__contains__, template.all_local_parts(letters))
        )

    def _plain(self, written: str, first: str, last: str) -> tuple[Mould, str] | None:
        """Return the mould and the letters of two plain words; None where more than their lengths tells the shape."""
        origin = origin_of((first, last))
        if has_nicks(last) or origin[:7] == "chinese":  # whose syllables have initials
            return None
        is_nicked = has_nicks(first)
        same = 0
        if is_nicked:
            if last[0] == first[0] or last[0] in [nick.text[0] for nick in nicks_of(first)]:
                return None
        elif last[0] == first[0]:
            same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), -1)
        key = (first if is_nicked else len(first), len(last), same, origin)
        kind = self._kinds.get(key) or self._learn(key, written, first, last)
        if kind is None:
            return None
        mould, is_swapped, tail = kind
        letters = last + first + tail if is_swapped else first + last + tail
        if mould.guards and mould.guards.fired(letters):
            return None
        return mould, letters

    def _learn(self, key: tuple[object, ...], written: str, first: str, last: str) -> _Kind | None:
        name = read_name(written, order=self._order)
        if isinstance(name, Problem):
            return None
        mould, letters = self.moulds.of(name)
        is_swapped = not letters.startswith(first + last)
        begins = last + first if is_swapped else first + last
        if mould.shape != shape_of(name)[0] or not letters.startswith(begins):
            return None
        if len(self._kinds) >= _MOST_KINDS:
            self._kinds.clear()
        kind = self._kinds[key] = _Kind(mould, is_swapped, letters[len(first + last) :])
        return kind

    def _fitting(self, mould: Mould, letters: str, fmt: Format) -> Template:
        while True:
            template = self._template(mould, fmt)
            same = template.guards.fired(letters)
            if not same:
                return template
            mould = self.moulds.fitting(unified(mould.shape, same), letters)

    def _template(self, mould: Mould, fmt: Format) -> Template:
        if not fmt.domain:
            template = self._usual.get(mould)
            if template is None:
                if len(self._usual) >= _MOST_USUAL:
                    self._usual.clear()
                template = self._usual[mould] = template_for(mould, fmt, self._choice)
            return template
        template = self._special.get((fmt.domain, mould))
        if template is None:
            if len(self._special) >= _MOST_SPECIAL:
                self._special.clear()
            template = self._special[fmt.domain, mould] = template_for(mould, fmt, self._choice)
        return template
