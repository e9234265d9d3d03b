"""Typed text -> a mail domain, and the domain that was probably meant; questions, organisations and companies' names.

Plain domains need no slow import. Imports errors, data and text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from guessmail.data.letters import SCRIPT_SETS
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS, MISTYPED, NO_SLIPS, USUAL_TOPS
from guessmail.data.suffixes import DEEP, FLAT, PRIVATE, RESERVED, SECOND_LEVEL
from guessmail.errors import Code, Problem
from guessmail.text import is_slip

_TYPED_MAX = 2048  # a pasted URL may be long; a domain is at most 253 characters
_EDGES = " \t\r\n\v\f\u00a0\u200b\u2060\ufeff\"'<>,;"  # characters that copying leaves at the ends
_PLAIN = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}")
_IPV6 = r"(?i)(?:ipv6:)?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?:%\w+)?"


@lru_cache(maxsize=1 << 12)
def read_domain(typed: str) -> str | Problem:
    """Return the mail domain in a domain, e-mail address or URL, or the problem with it. Never raises.

    The domain has A-labels (RFC 5890 2.3.2.1) in lower case, without a dot at the end, as in DNS and in addresses. `www.`
    is dropped; other subdomains stay, since they can take mail of their own.
    """
    is_plain = len(typed) < 64 and typed[:4] != "www." and _PLAIN.fullmatch(typed)
    if is_plain and not is_public_suffix(typed):  # as most are
        return typed
    text = typed[: _TYPED_MAX + 1].strip(_EDGES)
    if not text:
        return Problem(Code.NO_DOMAIN, "The domain is missing; give one such as acme.com.")
    if len(text) > _TYPED_MAX:
        return _bad(f"The domain is longer than {_TYPED_MAX} characters", "give the domain alone")
    host = _host(text)
    return host if isinstance(host, Problem) else _mail_domain(host)


def is_mailbox_provider(domain: str) -> bool:
    """Return whether anybody can have a mailbox at a domain (A-labels, lower case): gmail.com."""
    return domain in MAILBOX_PROVIDERS or registrable(domain) in MAILBOX_PROVIDERS


def is_public_suffix(domain: str) -> bool:
    """Return whether names are registered directly below a domain (A-labels, lower case): com, co.uk."""
    return "." not in domain or _public_suffix(domain) == domain


def has_known_suffix(domain: str) -> bool:
    """Return whether a domain (A-labels, lower case) is under a public suffix, or under a reserved top-level domain."""
    top = domain.rpartition(".")[2]
    if top in FLAT or top in SECOND_LEVEL or top in RESERVED:
        return True
    return _suffix_list().publicsuffix(domain, accept_unknown=False) is not None


@lru_cache(maxsize=1 << 12)
def registrable(domain: str) -> str:
    """Return the registered domain above a domain (A-labels, lower case): acme.co.uk of mail.acme.co.uk; suffixes unchanged."""
    labels = domain.split(".")
    two = ".".join(labels[-2:])
    suffix = two if two in PRIVATE else _public_suffix(domain)
    return ".".join(labels[-suffix.count(".") - 2 :])


def _public_suffix(domain: str) -> str:
    """Return the public suffix of a domain; only rare top-level domains need the whole list."""
    above, _, top = domain.rpartition(".")
    second = above.rpartition(".")[2]
    if top in FLAT:
        return top
    if top in SECOND_LEVEL and f"{second}.{top}" not in DEEP:
        return f"{second}.{top}" if f" {second} " in SECOND_LEVEL[top] else top
    return str(_suffix_list().publicsuffix(domain))


@lru_cache(maxsize=1)
def _suffix_list() -> Any:
    """Return the whole list of public suffixes, which takes 75 ms to read."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True)


@lru_cache(maxsize=1 << 12)
def likely_domain(domain: str) -> str:
    """Return the domain that was probably meant by a misspelled one (A-labels, lower case); empty for other domains.

    It knows only domains that are often mistyped, and usual top-level domains. Callers who know others compare those first.
    """
    owned = registrable(domain)
    if owned in MAILBOX_PROVIDERS or owned in NO_SLIPS:
        return ""
    for common in MISTYPED:
        is_near = owned[:2] == common[:2] or owned[-5:] == common[-5:]  # one slip leaves one of them as it is
        if is_near and is_slip(owned, common):
            return common
    if has_known_suffix(owned):
        return ""
    rest, _, top = owned.rpartition(".")
    near = next((usual for usual in USUAL_TOPS if is_slip(top, usual)), "")
    return f"{rest}.{near}" if near else ""


def _bad(fault: str, tip: str = "give one such as acme.com") -> Problem:
    return Problem(Code.BAD_DOMAIN, f"{fault}; {tip}{'' if tip.endswith('?') else '.'}")


def _shown(text: str) -> str:
    """Quote untrusted text for a message: on one line, at most 60 characters, with unprintable ones escaped."""
    cut = text if len(text) <= 60 else text[:57] + "..."
    return "'" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut) + "'"


def _host(text: str) -> str | Problem:
    """Return the host of an address or URL (RFC 3986 3.2, RFC 5322 3.4.1), or the problem with it."""
    if hidden := next((c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"}), ""):
        fault = f"The domain {_shown(text)} contains the invisible character U+{ord(hidden):04X}"
        return _bad(fault, "retype it by hand")
    scheme = re.match(r"(?i)(?:(?:[a-z][a-z0-9+.-]*:)?//|mailto:|https?:/?|https?//)+", text)
    host = text[scheme.end() :] if scheme else text
    head = re.split(r"[/?#\\]", host, maxsplit=1)[0]
    if scheme or "@" in head or "." in head:  # else the slash may stand in a local part: jane/doe@acme.com
        host = head
    if "@" in host:
        host = host.rpartition("@")[2].strip(_EDGES)
        if not host:
            fault = f"The address {_shown(text)} has nothing after the @"
            return _bad(fault, "give an address such as jane@acme.com")
    literal = host.strip("[]").rstrip(".")
    is_ip = re.fullmatch(_IPV6, literal) or re.fullmatch(r"\d+(?:\.\d+){3}", literal.partition(":")[0])
    if literal != host.rstrip(".") or is_ip:
        return _bad(f"{_shown(host)} is an IP address", "give the domain of the company's addresses")
    host, _, port = host.partition(":")
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) < 65536):
        return _bad(f"The text after the colon in {_shown(text)} is not a port", "give the domain alone")
    return host


def _mail_domain(host: str) -> str | Problem:
    """Return a host as a domain in A-labels, or the problem with its labels."""
    labels = re.split("[.\u3002\uff0e\uff61]", host)  # UTS 46 2.3
    if len(labels) > 1 and not labels[-1]:
        labels.pop()  # the root
    if not any(labels):
        return Problem(Code.NO_DOMAIN, f"There is no domain in {_shown(host)}; give one such as acme.com.")
    for at, label in enumerate(labels):
        found = _label_fault(label, host) or _a_label(label, host)
        if isinstance(found, Problem):
            return found
        labels[at] = found
    if len(labels) > 2 and labels[0] == "www" and not is_public_suffix(".".join(labels[1:])):
        labels = labels[1:]
    domain = ".".join(labels)
    if len(labels) == 1:
        return _bad(f"The domain {_shown(host)} has no dot", f"did you mean {_shown(domain[:40] + '.com')}?")
    if labels[-1].isdigit():
        return _bad(f"The domain {_shown(host)} ends in a number")
    if len(domain) > 253:
        return _bad("The domain is longer than 253 characters", "no domain can be (RFC 1035 2.3.4)")
    if is_public_suffix(domain):
        fault = f"{_shown(domain)} is a public suffix, not a company's domain"
        return _bad(fault, f"give the company's own, such as acme.{domain}")
    return domain


def _label_fault(label: str, host: str) -> Problem | None:
    """Return the problem with a label as it was typed, or None."""
    if not label:
        return _bad(f"The domain {_shown(host)} has an extra dot", "leave it out")
    if any(map(str.isspace, label)):
        return _bad(f"The domain {_shown(host)} contains a space", "give one domain, such as acme.com")
    if "-" in {label[0], label[-1]}:
        fault = f"A part of the domain {_shown(host)} starts or ends with a hyphen"
        return _bad(fault, "none can (RFC 1123 2.1)")
    odd = next((c for c in label if c.isascii() and not (c.isalnum() or c == "-")), "")
    if odd == ",":
        meant = _shown(host.replace(",", "."))
        return _bad(f"The domain {_shown(host)} has a comma", f"did you mean {meant}?")
    return _bad(f"The domain {_shown(host)} contains the character {_shown(odd)}") if odd else None


def _a_label(label: str, host: str) -> str | Problem:
    """Return a label by IDNA 2008 with the mapping of UTS 46; a problem if it is invalid or mixes scripts."""
    part = f"The part {_shown(label)} of the domain"
    if len(label) > 63:
        return _bad(f"{part} is longer than 63 bytes", "no domain can have such a part")
    plain = label.lower()
    if re.fullmatch("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", plain) and plain[:4] != "xn--":  # RFC 1123 2.1
        return plain
    import idna

    try:
        encoded = idna.encode(label, uts46=True).decode("ascii")
        letters = [c for c in idna.decode(encoded) if unicodedata.category(c)[0] == "L"]
    except (idna.IDNAError, UnicodeError):
        if len(label.encode("punycode", "replace")) > 59:  # 63 without xn--
            return _bad(f"{part} is longer than 63 bytes", "none can be (RFC 1035)")
        fault = f"{part} {_shown(host)} is not a valid international domain name"
        return _bad(fault, "check its spelling (RFC 5891)")
    scripts = {unicodedata.name(c, "UNKNOWN").split()[0] for c in letters} - {"MODIFIER"}
    if len(scripts) > 1 and not any(scripts <= allowed for allowed in SCRIPT_SETS):
        mixed = " and ".join(sorted(map(str.capitalize, scripts)))
        return _bad(f"{part} mixes the scripts {mixed} and may imitate another domain", "retype it by hand")
    return encoded
