"""Offers: from a name and a format to the template that holds for both, by the shortest way that there is."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from guessmail.candidates import Choice
from guessmail.holders import Holders
from guessmail.inference import Format
from guessmail.moulds import Mould, Moulds
from guessmail.names import Name
from guessmail.names.pairs import pair_in, pair_of
from guessmail.prior import Prior
from guessmail.problems import Problem
from guessmail.questions import Question
from guessmail.shapes import TAIL, shape_of, unified
from guessmail.templates import Template, template_for

__all__ = ["Offers"]

_MOST_KINDS = 20_000
_MOST_USUAL = 10_000
_MOST_SPECIAL = 4000
"""Templates of domains with samples that are kept; those of all others are shared."""


class _Kind(NamedTuple):
    """What names of a kind have in common."""

    mould: Mould
    pick: Callable[[Sequence[str]], Iterable[str]]
    """Puts the texts of such a name in the order of its letters."""


class Offers:
    """Finds templates; each is worked out once a run."""

    def __init__(self, prior: Prior, choice: Choice, read_name: Callable[[Question], Name | Problem]) -> None:
        self._choice, self._read_name = choice, read_name
        self.moulds = Moulds(prior)
        self._kinds: dict[Hashable, _Kind] = {}
        self._usual: dict[Mould, Template] = {}
        self._special: dict[tuple[str, Mould], Template] = {}

    def to_name(self, name: Name, fmt: Format) -> tuple[Template, str] | None:
        """Return what is offered to a name, and the letters to fill in; None where these decide more than a template."""
        mould, letters = self.moulds.of(name)
        template = self._fitting(mould, letters, fmt)
        if template.has_ties or (fmt.holders and self._is_touched(name, template, letters, fmt.holders)):
            return None
        return template, letters

    def to_question(self, question: Question, fmt: Format) -> tuple[Template, str] | None:
        """Return the same for the name of a question."""
        found = None if fmt.holders else self._unread(question)
        if found is None:
            name = self._read_name(question)
            return None if isinstance(name, Problem) else self.to_name(name, fmt)
        mould, letters = found
        template = self._fitting(mould, letters, fmt)
        return None if template.has_ties else (template, letters)

    def _is_touched(self, name: Name, template: Template, letters: str, holders: Holders) -> bool:
        """Tell whether it is known who holds some address that the name can lead to."""
        return bool(holders.known_to_hold(name)) or any(
            map(holders.__contains__, template.all_local_parts(letters))
        )

    def _unread(self, question: Question) -> tuple[Mould, str] | None:
        """Return the mould and the letters of a name by its kind; None where it must be read."""
        if question.given or question.family:
            pair = None if question.middle else pair_in(question.given, question.family)
        else:
            pair = pair_of(question.name)
        if pair is None:
            return None
        key, texts = pair
        kind = self._kinds.get(key) or self._learn(key, texts, question)
        if kind is None:
            return None
        mould, letters = kind.mould, "".join(kind.pick(texts)) + TAIL
        if mould.guards and mould.guards.fired(letters):
            mould = self.moulds.fitting(mould.shape, letters)
        return mould, letters

    def _learn(self, key: Hashable, texts: Sequence[str], question: Question) -> _Kind | None:
        """Read one name, to know all of its kind: their mould, and how their letters are made of their texts."""
        name = self._read_name(question)
        if isinstance(name, Problem):
            return None
        shape, used = shape_of(name)
        if not set(used) <= {*texts, ""}:
            return None
        if len(self._kinds) >= _MOST_KINDS:
            self._kinds.clear()
        kind = _Kind(self.moulds.of_shape(shape), itemgetter(*[texts.index(text) for text in used if text]))
        self._kinds[key] = kind
        return kind

    def _fitting(self, mould: Mould, letters: str, fmt: Format) -> Template:
        while True:
            template = self._template(mould, fmt)
            same = template.guards and template.guards.fired(letters)
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
