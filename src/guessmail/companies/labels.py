"""The labels that a company's name may lead to, by words whole, abbreviated, as initials or left out; features for the model."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from guessmail.data.company_words import LINKS
from guessmail.domains.company_name import CompanyName, CompanyWord

_VOWELS = str.maketrans("", "", "aeiou")
_Parts = Sequence[tuple[str, Sequence[int]]]  # actions, each with the places of its words
_LENGTHS = "0123456677889999aaaabbbb".ljust(64, "c")  # the class of each length of a label


class Plan(NamedTuple):
    """A way to make a label of a name."""

    label: str
    actions: str
    """For each word: `w` whole, `a` and `b` its abbreviations, `i` its initial, `3` and `4` its first three or four letters,
    `c` its first letter and consonants, `.` left out. `()` is the short form in brackets."""
    join: str = ""
    """The text between the pieces: empty, `-`, or `=` for a hyphen only where the name has one."""
    marked: bool = False
    """Whether ü is written as ue."""


def word_class(word: CompanyWord, commonness: Mapping[str, int]) -> str:
    """Return the class of a word: link, digits, single letter, acronym, or its commonness in companies' names."""
    text, common = word.text, commonness.get(word.text, 0)
    kinds = {
        "&": word.sign,
        "s": text in LINKS,
        "n": text.isdigit(),
        "x": len(text) == 1,
        "A": word.capitals and common < 4,
        "K": word.humps and not common,
    }
    return next((kind for kind, holds in kinds.items() if holds), "RUCDG"[common])


def plans_of(name: CompanyName, classes: str, abbreviations: Mapping[str, str]) -> list[Plan]:
    """Return the ways to make a label of a name, each once; `classes` has a letter for each of its words."""
    short = [abbreviations.get(word.text, "").split() for word in name.words]
    found = list(_plans([word.text for word in name.words], name, classes, short))
    marked = name.marked.split()[: len(name.words)]
    if len(marked) == len(name.words):
        plain = {plan.label for plan in found}
        others = _plans(marked, name, classes, short)
        found += [plan._replace(marked=True) for plan in others if plan.label not in plain]
    return [*found, Plan(name.acronym, "()")] if name.acronym else found


def _plans(texts: list[str], name: CompanyName, classes: str, short: list[list[str]]) -> Iterator[Plan]:
    """Yield the plans for a name's words, spelled as `texts`; `short` has the abbreviations of each word."""
    pieces = [
        {"w": text, "i": text[0], "c": text[0] + text[1:].translate(_VOWELS), "3": text[:3], "4": text[:4]}
        | dict(zip("ab", ways, strict=False))
        for text, ways in zip(texts, short, strict=True)
    ]
    for actions in _actions(classes, short):
        # Initials in a row are one piece; each piece begins with `-`, or with `=` after a hyphen of the name.
        made = last = ""
        for action, piece, word in zip(actions, pieces, name.words, strict=True):
            if action != ".":
                if action != "i" or last != "i":
                    made += "=" if word.tied and action != "i" else "-"
                made += piece[action]
                last = action
        plain = made.replace("=", "-")
        labels = {"": plain.replace("-", "")}
        if (joints := plain.count("-", 1)) > 0:
            labels["-"] = plain[1:]
        if joints > 1 and "=" in made:
            labels["="] = made.replace("-", "").replace("=", "-")
        for join, label in labels.items():
            if 1 < len(label) <= 40 and label.strip("-") == label:
                yield Plan(label, actions, join)


def _actions(classes: str, short: list[list[str]]) -> dict[str, None]:
    """Return the possible actions on words of such classes; `short` has the abbreviations of each word."""
    count = len(classes)
    content = [at for at in range(count) if classes[at] not in "&s"] or list(range(count))
    subsets = list(dict.fromkeys(_subsets(classes, content)))
    parts: list[_Parts] = [[("w", kept)] for kept in subsets]
    for kept in subsets:
        for least, letter in enumerate("ab", start=1):
            if can := [at for at in kept if len(short[at]) >= least]:
                parts += [[("w", kept), (letter, can)], [("w", kept), (letter, can[-1:])]]
    parts += _shortened(count, content)
    found: dict[str, None] = {}
    for part in parts:
        actions = ["."] * count
        for letter, places in part:
            for at in places:
                actions[at] = letter
        found["".join(actions)] = None
    return found


def _subsets(classes: str, content: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield the places of words that may stay whole, without the other words."""
    count = len(classes)
    for end in range(1, count + 1):
        if end == count or classes[end - 1] not in "&s":  # no label ends in `of`
            yield tuple(range(end))
        yield tuple(at for at in content if at < end)
    yield from ((at,) for at in content)
    for dropped in ("G", "GD", "GDCU"):
        yield tuple(at for at in content if classes[at] not in dropped)
        yield tuple(at for at in range(count) if classes[at] not in dropped)
    if len(content) <= 4:
        for size in range(2, len(content)):
            yield from combinations(content, size)
    else:
        yield (content[0], content[-1])
        yield tuple(content[1:])


def _shortened(count: int, content: list[int]) -> Iterator[_Parts]:
    """Yield initials alone and beside whole words, then words cut to their first letters or to their consonants."""
    first, second, last = content[:1], content[1:2], content[-1:]
    yield [("i", range(count))]
    yield from ([("i", content[:end])] for end in range(2, len(content) + 1))
    for cut in range(1, len(content)):
        yield [("w", content[:cut]), ("i", content[cut:])]
        yield [("w", content[cut:]), ("i", content[:cut])]
        yield [("w", range(content[cut])), ("i", content[cut:])]
    yield from ([("w", last), ("i", first)], [("w", first), ("i", last)], [("i", content[1:])])
    for letter in "34c":
        yield from ([(letter, first)], [(letter, content[:2])])
        yield from ([("w", first), (letter, second)], [(letter, first), ("w", second)])
    for letter in "34" if len(content) > 2 else "":
        yield [(letter, content)]
        yield from ([(kept, content[:-1]), (letter, last)] for kept in "wi")


def name_features(name: CompanyName, classes: str) -> list[str]:
    """Return the features of a name that bear on affixes and on the suffix."""
    found = ["", f"form={name.form}", f"words={min(len(classes), 5)}", f"sort={classes[:1]}"]
    found += [f"also={form}" for form in name.forms[:-1]]
    found += [f"has={word.text}" for word in name.words if not word.sign]
    found += [f"last={word.text}" for word in name.words[-1:]]
    found += [f"end={word.text[-3:]}" for word in name.words if len(word.text) > 4]
    return found + [f"mark={character}" for character in name.marks]


def kind_of_plan(actions: str, classes: str) -> str:
    """Return the kind of a plan, by its actions and the classes of its words."""
    used = set(actions) - {"."}
    if actions == "()":
        return "acronym"
    if used != {"w"}:
        cut = "mixed" if used == {"w", "i"} else "cut"
        return "initials" if used == {"i"} else "short" if used & {"a", "b"} else cut
    if len(actions) == 1:
        return f"sole{classes}"
    if actions.count("w") == 1:
        return f"one{classes[actions.index('w')]}"
    if all(action == "w" or kind in "s&" for action, kind in zip(actions, classes, strict=True)):
        return "all"
    return "start" if actions.rstrip(".").count(".") == 0 else "some"


def may_take_affix(plan: Plan) -> bool:
    """Return whether a label may have an affix, as in `acmegroup`: not if words are cut, nor if it is short."""
    return (len(plan.label) >= 3 or "i" in plan.actions) and not set(plan.actions) & set("34c")


def label_features(label: str, kind: str, affix: str) -> list[str]:
    """Return the features of a label that bear on its suffix."""
    return [f"kind={kind}", f"length={_LENGTHS[len(label)]}", f"affix={affix}"] + ["hyphen"] * ("-" in label)


def affix_features(plan: Plan, kind: str, name: CompanyName) -> list[str]:
    """Return the features of a plan that bear on its affix, without those of the name."""
    words = zip(name.words, plan.actions, strict=False)
    left_out = [f"without={word.text}" for word, action in words if action == "." and not word.sign]
    hyphen = ["hyphen"] * bool(plan.join)
    return [f"kind={kind}", f"length={_LENGTHS[len(plan.label)]}", *left_out, *hyphen]


def plan_features(plan: Plan, name: CompanyName, classes: str) -> Iterator[str]:
    """Yield the features of a plan that bear on its probability."""
    actions, count, length = plan.actions, min(len(classes), 5), _LENGTHS[len(plan.label)]
    kind = kind_of_plan(actions, classes)
    yield from (f"{kind}|{count}", f"{kind}|{name.form}", f"{kind}|{length}", f"length={length}")
    if plan.marked:
        yield "marked"
    if actions == "()":
        return
    yield f"{actions}|{classes}" if count < 5 else f"{kind}|{classes[:2]}"
    yield actions if count < 5 else f"{actions.replace('.', '')}|{count}"
    if count < 4:
        yield from (f"{actions}|{length}", f"{actions}|{name.form}")
    used = min(len(actions) - actions.count("."), 4)
    yield from (f"{plan.join}|{used}", f"{plan.join}|{name.form}", f"{plan.join}|{kind}")
    if any(word.tied for word in name.words):
        yield f"{plan.join}|tied"
    for at, (action, word) in enumerate(zip(actions, name.words, strict=True)):
        place = "f" if at == 0 else "l" if at == len(actions) - 1 else "m"
        yield f"{action}{classes[at]}{place}"
        yield f"{action}:{word.text}"


def none_features(name: CompanyName, classes: str) -> Iterator[str]:
    """Yield the features of "none of these labels"."""
    about = (min(len(classes), 6), name.form, classes[:1], classes[:3])
    yield from ("none", *(f"none|{each}" for each in about), *(f"none:{word.text}" for word in name.words))
