"""What the model of companies' domains looks at: features of a name, of a way to make a label of it, of the label."""

from collections.abc import Iterator
from functools import lru_cache

from guessmail.companies.labels import Plan
from guessmail.domains.company_name import CompanyName

_LENGTHS = "0123456677889999aaaabbbbc"
"""The bucket of each length of a label; longer ones have the last."""


def name_features(name: CompanyName, classes: str) -> list[str]:
    """Return what of a name bears on affixes and on the suffix."""
    found = ["", f"form={name.form}", f"words={min(len(classes), 5)}", f"sort={classes[:1]}"]
    found += [f"also={form}" for form in name.forms[:-1]]
    found += [f"has={word.text}" for word in name.words if not word.sign]
    if name.words:
        found.append(f"last={name.words[-1].text}")
    found += [f"end={word.text[-3:]}" for word in name.words if len(word.text) > 4]
    found += [f"mark={character}" for character in name.marks]
    return found


@lru_cache(maxsize=1 << 14)
def kind_of_plan(actions: str, classes: str) -> str:
    """Return the kind of a way to make a label."""
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
    """Tell whether a label may have an affix beside it, as `acmegroup` has: not where words are cut."""
    return (len(plan.label) >= 3 or "i" in plan.actions) and not set(plan.actions) & set("34c")


def with_affix(label: str, affix: str) -> str:
    """Return a label with an affix: `+` stands for the label, as in `the+` and `+-group`."""
    return affix.replace("+", label) if affix else label


def _length_of(label: str) -> str:
    return _LENGTHS[min(len(label), len(_LENGTHS) - 1)]


def label_features(label: str, kind: str, affix: str) -> list[str]:
    """Return what of a label bears on its suffix."""
    found = [f"kind={kind}", f"length={_length_of(label)}", f"affix={affix}"]
    return found + ["hyphen"] * ("-" in label)


def affix_features(plan: Plan, kind: str, name: CompanyName) -> list[str]:
    """Return what of a plan bears on its affix, beside the name's features."""
    words = zip(name.words, plan.actions, strict=False)
    left_out = [f"without={word.text}" for word, action in words if action == "." and not word.sign]
    found = [f"kind={kind}", f"length={_length_of(plan.label)}", *left_out]
    return found + ["hyphen"] * bool(plan.join)


def plan_features(plan: Plan, name: CompanyName, classes: str) -> Iterator[str]:
    """Yield the features of a way to make a label."""
    actions, count = plan.actions, min(len(classes), 5)
    kind = kind_of_plan(actions, classes)
    yield f"{kind}|{count}"
    yield f"{kind}|{name.form}"
    yield f"{kind}|{_length_of(plan.label)}"
    yield f"length={_length_of(plan.label)}"
    if plan.marked:
        yield "marked"
    if actions == "()":
        return
    yield f"{actions}|{classes}" if count < 5 else f"{kind}|{classes[:2]}"
    yield actions if count < 5 else f"{actions.replace('.', '')}|{count}"
    if count < 4:
        yield f"{actions}|{_length_of(plan.label)}"
        yield f"{actions}|{name.form}"
    used = min(len(actions) - actions.count("."), 4)
    yield f"{plan.join}|{used}"
    yield f"{plan.join}|{name.form}"
    yield f"{plan.join}|{kind}"
    if any(word.tied for word in name.words):
        yield f"{plan.join}|tied"
    last = len(actions) - 1
    for at, (action, word) in enumerate(zip(actions, name.words, strict=True)):
        place = "f" if at == 0 else "l" if at == last else "m"
        yield f"{action}{classes[at]}{place}"
        yield f"{action}:{word.text}"


def none_features(name: CompanyName, classes: str) -> Iterator[str]:
    """Yield the features of "none of these labels"."""
    yield "none"
    yield f"none|{min(len(classes), 6)}"
    yield f"none|{name.form}"
    yield f"none|{classes[:1]}"
    yield f"none|{classes[:3]}"
    for word in name.words:
        yield f"none:{word.text}"
