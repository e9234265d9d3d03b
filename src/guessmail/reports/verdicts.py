"""What DNS says of a domain, in sentences for the person who asked for a guess."""

from guessmail.mx.verdict import Reason

__all__ = ["no_mail_notice", "unknown_notice"]

_NO_MAIL = {
    Reason.NULL_MX: "it says so itself",
    Reason.NO_SUCH_DOMAIN: "the domain does not exist",
    Reason.NO_MX_NO_ADDRESS: "it has no mail server",
    Reason.MX_UNUSABLE: "none of its mail servers exists",
}
_RESOLVER = {
    Reason.NO_RESOLVER: "no DNS server is configured",
    Reason.RESOLVER_DOWN: "your DNS server does not answer",
    Reason.RESOLVER_INTERCEPTS: "your DNS server invents answers, as hotel and airport networks do",
    Reason.RESOLVER_ISOLATED: "your DNS server seems cut off from the internet",
    Reason.TIMEOUT: "your DNS server did not answer in time",
    Reason.FILTERED: "your DNS server blocks this domain",
    Reason.REFUSED: "your DNS server refused to answer",
    Reason.SERVFAIL: "your DNS server could not find out",
}
"""Reasons that a user can do something about; the others are for those who run DNS servers (docs/dns.md)."""


def no_mail_notice(domain: str, reason: str) -> str:
    """Return a sentence such as `acme.com accepts no mail: the domain does not exist (no_such_domain).`."""
    return f"{domain} accepts no mail: {_NO_MAIL.get(Reason(reason), 'DNS proves it')} ({reason})."


def unknown_notice(domain: str, reason: str) -> str:
    """Return why it could not be checked whether a domain accepts mail, and what to do."""
    why = _RESOLVER.get(Reason(reason), "DNS gave no usable answer")
    return (
        f"Could not check whether {domain} accepts mail: {why} ({reason})."
        " Guesses are shown anyway; --no-mx skips the check."
    )
