"""Hints about frequent mistakes on the command line, each a sentence, or an empty text if it does not apply."""

import re
from collections.abc import Iterable, Sequence

from guessmail.cli.group import COMMANDS, INNER
from guessmail.errors import Problem
from guessmail.reports.listing import FORMATS

_QUOTES = ("“”„‟″", "‘’‚‛", "«»", "‹›", "「」『』", *"\"'´＂＇")
"""Quotation marks of several languages, those that belong together in a text each."""


def corrected_arguments(arguments: list[str]) -> list[str]:
    """Return the arguments with those between quotation marks (`“Jane`, `Doe”`) joined, and `help` and `version` as options."""
    text = "\0".join(arguments)
    if any(mark in text for marks in _QUOTES for mark in marks):
        quoted = "|".join(f"[{marks}].*?[{marks}]" for marks in _QUOTES)
        pattern = rf"(?s)(?<![^\0])(--[^=\0]*=|)({quoted})(?=\0|\Z)"
        text = re.sub(pattern, lambda found: found[1] + found[2][1:-1].replace("\0", " "), text)
    found = text.split("\0") if arguments else []
    match found:
        case ["version", *_]:
            return ["--version"]
        case ["help", *command]:
            return [*command, "--help"]
        case [command, "help"] if command in COMMANDS:
            return [command, "--help"]
    return found


def command_hint(arguments: Sequence[str]) -> str:
    """Return the hint for a command line that cannot be read: a wrong or missing command, or arguments in a wrong order."""
    first, *rest = arguments or [""]
    if first not in COMMANDS:
        return _first_word_hint(first, rest)
    inner = INNER.get(first, ())
    if inner and rest and not rest[0].startswith("-") and rest[0] not in inner:
        return _subcommand_hint(first, rest, inner)
    words = [word for word in rest if not word.startswith("-")]
    command = [first]
    if first == "suppress" and words[:1] in (["add"], ["remove"]):
        command.append(words.pop(0))
    elif first not in {"why", "forget"}:
        return ""
    if len(words) > 2 and _is_domain(words[-1]):
        return quotes_hint(words, command)
    if len(words) == 2 and _is_domain(words[0]) and not _is_domain(words[1]):
        return f"Name and domain are swapped. Try: {typed([*command, *words[::-1]])}"
    return ""


def _first_word_hint(first: str, rest: Sequence[str]) -> str:
    if first.startswith("-"):
        later = next((word for word in rest if word in COMMANDS), "")
        others = [word for word in rest if word != later]
        return f"Options come after the command: {typed([later, first, *others])}" if later else ""
    from guessmail.data import typed_words  # for mistakes only

    unknown = f"There is no command {first!r}."
    inner = {name: f"{group} {name}" for group, names in INNER.items() for name in names}
    if meant := (inner | typed_words.COMMANDS).get(first.lower()):
        return f"{unknown} Try: {typed([*meant.split(), *rest])}"
    if hint := file_hint(first, "guess", is_file=False):
        return hint
    if near := _nearest(first.lower(), COMMANDS):
        return f"{unknown} Did you mean {near}? Try: {typed([near, *rest])}"
    if "@" in first and " " not in first.strip():
        tries = [["check", first], ["why", first]]
    elif (split := next((at for at, word in enumerate(rest) if _is_domain(word)), None)) is not None:
        tries = [["guess", " ".join([first, *rest[:split]]), *rest[split:]]]
    elif _is_domain(first):
        tries = [["guess", " ".join(rest), first]] if rest else [["check", first], ["formats", first]]
    elif " " in first:
        tries = [["guess", first, *(rest or ["acme.com"])]]
    else:
        return f"{unknown} The commands are {', '.join(COMMANDS)}."
    return f"The command is missing. Try: {', or '.join(map(typed, tries))}"


def _subcommand_hint(first: str, rest: Sequence[str], inner: Sequence[str]) -> str:
    if later := next((word for word in rest if word in inner), ""):
        why = "What happened comes first. " if first == "outcome" else ""
        return f"{why}Try: {typed([first, later, *(word for word in rest if word != later)])}"
    if near := _nearest(rest[0].lower(), inner):
        return f"There is no command '{first} {rest[0]}'. Did you mean {near}? Try: {typed([first, near, *rest[1:]])}"
    if first == "suppress":
        return f"Say what to do with it: {typed([first, 'add', *rest])}"
    if first == "outcome":
        return f"Say what happened: {', or '.join(typed([first, what, *rest]) for what in ('bounced', 'delivered'))}"
    return ""


def typed(words: Sequence[str]) -> str:
    """Return a command line of guessmail, quoted as for a shell."""
    return " ".join(["guessmail", *map(_quoted, words)])


def _quoted(word: str) -> str:
    if re.search(r'["$`\\!]', word):
        from shlex import quote

        return quote(word)
    return word if re.fullmatch(r"[\w@%+=:,./-]+", word) else f'"{word}"'


def _is_domain(text: str) -> bool:
    if "." not in text or "@" in text or " " in text:
        return False
    from guessmail.domains import has_known_suffix, read_domain  # for mistakes only

    found = read_domain(text)
    return not isinstance(found, Problem) and has_known_suffix(found)


def quotes_hint(words: Sequence[str], command: Sequence[str] = ("guess",)) -> str:
    """Return the hint for a name without quotes: `guess Jane Doe acme.com`."""
    *name, domain = words
    return f"Put the name in quotes: {typed([*command, ' '.join(name), domain])}"


def repeat_hint(arguments: Sequence[str]) -> str:
    """Return the hint for two known addresses after one option: `--sample a@acme.com b@acme.com`."""
    for option, first, second in zip(arguments, arguments[1:], arguments[2:], strict=False):
        if option in {"-s", "--sample"} and "@" in first and "@" in second:
            return f"Repeat the option for each known address: --sample {_quoted(first)} --sample {_quoted(second)}"
    return ""


def comma_hint(name: str, domain: str) -> str:
    """Return the hint for a domain with a comma in place of a dot: `acme,com`."""
    if not re.fullmatch(r"[\w-]+(\s?,\s?[\w-]+)+", domain.strip()):
        return ""
    meant = re.sub(r"\s*,\s*", ".", domain.strip())
    return f"{domain!r} has a comma. Try: {typed(['guess', name, meant])}" if _is_domain(meant) else ""


def address_hint(address: str) -> str:
    """Return the hint for an address without a name and a domain."""
    name, _, inside = address.strip().rstrip(">").rpartition("<")
    rating = ["guess", name.strip(' "') or "Jane Doe", inside.rpartition("@")[2], "--rate", inside]
    return (
        f"{address} is an address. To rate it: {typed(rating)}."
        f" Where it comes from: {typed(['why', inside])}. Its domain: {typed(['check', inside])}"
    )


def file_hint(name: str, command: str, *, is_file: bool) -> str:
    """Return the hint for a list in place of a name or a domain: `guess people.csv`."""
    if is_file or name.lower().endswith((".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".txt")):
        return f"{name} is a file. Use: {typed([command, '-i', name])}"
    return ""


def typo_hint(domain: str) -> str:
    """Return the hint for a domain (A-labels, lower case) that looks mistyped: `gmial.com`, `exmaple.com`, `acme.tst`."""
    from guessmail.domains import has_known_suffix, likely_domain

    meant = likely_domain(domain)
    if not has_known_suffix(domain):
        tip = f" Did you mean {meant}?" if meant else ""
        return f"There seems to be no top-level domain .{domain.rpartition('.')[2]}.{tip}"
    return f"Did you mean {meant}? {domain} looks like a typing error." if meant else ""


def option_hint(option: str) -> str:
    """Return the hint for an option that guessmail does not have, but other programs do."""
    from guessmail.data import typed_words

    if meant := typed_words.OPTIONS.get(option, f"--format {option[2:]}" if option[2:] in FORMATS else ""):
        return f"No such option '{option}'. Did you mean '{meant}'?"
    example = 'Name and domain have no option. Try: guessmail guess "Jane Doe" acme.com'
    return example if option in typed_words.ARGUMENTS else ""


def profile_hint(address: str) -> str:
    """Return the hint for a page about a person in place of a company's web site: `linkedin.com/in/jane-doe`."""
    if "/" not in address or "@" in address:
        return ""
    from guessmail.lists.cells import is_readable, site_in  # imports most of `lists`

    hint = f"{address.strip()} is a profile page, not a company's web site. Give the company's domain, such as acme.com."
    return hint if is_readable(address) and not site_in(address, frozenset()) else ""


def _nearest(word: str, among: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, among, 1)), "")
