"""What DNS says of a domain, in sentences for the person who asked for a guess."""

from guessmail.mx.verdict import Reason

__all__ = ["no_mail_notice", "unknown_notice"]


def no_mail_notice(domain: str, reason: str) -> str:
    """Return a sentence such as `acme.com accepts no mail: the domain does not exist (no_such_domain).`."""
    return f"{domain} accepts no mail: {Reason(reason).notice or 'DNS proves it'} ({reason})."


def unknown_notice(domain: str, reason: str) -> str:
    """Return why it could not be checked whether a domain accepts mail, and what to do."""
    why = Reason(reason).notice or "DNS gave no usable answer"
    return (
        f"Could not check whether {domain} accepts mail: {why} ({reason})."
        " Guesses are shown anyway; --no-mx skips the check."
    )
