"""What is said of an answer beside the guesses: each a sentence, empty where there is none."""

from collections.abc import Iterator, Sequence

from guessmail.domains import has_known_suffix, is_mailbox_provider, likely_domain
from guessmail.guesser import Guess, Guesser
from guessmail.text import percent, printable

_UNSETTLED = 0.6
"""Where no sample is known and the best guess is less probable than this, one more sample would say much."""


def notices_of(guesser: Guesser, answer: Guess) -> Iterator[str]:
    """Yield the notices about an answer; there is none about a problem."""
    if answer.problem:
        return
    if answer.company and answer.company.is_guess:
        from guessmail.companies.known import how_to_remember  # already imported

        tip = printable(how_to_remember(answer.company.name, answer.domain))
        found = (
            "found in the directory of organisations"
            if answer.company.basis == "directory"
            else "guessed from the company's name"
        )
        yield f"{answer.domain} is {found} ({percent(answer.company.probability)}). If it is right: {tip}"
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their own addresses, so guesses are poor."
    if answer.meant or not answer.samples:
        hint = typo_hint(answer.domain)
        if answer.meant or "top-level" in hint:
            yield hint
    if answer.mx and (hint := disposable_hint(answer.domain)):
        yield hint
    if answer.mx and answer.mx.verdict == "no_mail":
        why = answer.mx.reason.notice or "DNS proves it"
        withheld = "" if answer.candidates else " Use --keep-undeliverable to see guesses anyway."
        yield f"{answer.domain} accepts no mail: {why} ({answer.mx.reason}).{withheld}"
        return
    if answer.mx and answer.mx.verdict == "unknown":
        why = answer.mx.reason.notice or "DNS gave no usable answer"
        yield (
            f"Could not check whether {answer.domain} accepts mail: {why} ({answer.mx.reason})."
            " Guesses are shown anyway; --no-mx skips the check."
        )
    choice = guesser.settings.choice
    shown = [candidate.probability for candidate in answer.candidates]
    if answer.rate is None and (hint := choice_hint(shown, until=choice.until, least=choice.min_probability)):
        yield hint


def tip_of(answer: Guess) -> str:
    """Return that one more known address would say much, where it would; empty elsewhere."""
    if answer.samples + answer.borrowed or not answer.candidates or answer.meant:
        return ""
    if is_mailbox_provider(answer.domain) or answer.candidates[0].probability >= _UNSETTLED:
        return ""
    return f'Tip: one known address at {answer.domain} makes this much more certain: --sample "Bob Jones <bjones@{answer.domain}>"'


def choice_hint(probabilities: Sequence[float], *, until: float, least: float) -> str:
    """Return that nothing is as probable as asked for, or that all guesses together are not."""
    if not probabilities:
        return f"No guess is as probable as {percent(least, 1).replace('.0 ', ' ')}. Lower --min-probability to see more."
    if until < 1 and (total := sum(probabilities)) < until:
        return f"These guesses reach only {percent(total)} together, not {percent(until)}. Raise --top, or add a known address."
    return ""


def disposable_hint(domain: str) -> str:
    """Return that a domain (A-labels, lower case) is one of throw-away addresses."""
    from guessmail.addresses import is_disposable  # reads 5,000 domains

    return f"{domain} provides disposable addresses; nobody works there." if is_disposable(domain) else ""


def typo_hint(domain: str) -> str:
    """Return which domain (A-labels, lower case) was probably meant: `gmial.com`, `exmaple.com`, `acme.tst`."""
    meant = likely_domain(domain)
    if not has_known_suffix(domain):
        tip = f" Did you mean {meant}?" if meant else ""
        return f"There seems to be no top-level domain .{domain.rpartition('.')[2]}.{tip}"
    return f"Did you mean {meant}? {domain} looks like a typing error." if meant else ""
