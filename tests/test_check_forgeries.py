"""Responses that look right but for one thing: `guessmail check` believes none of them."""

from collections.abc import Callable
from pathlib import Path

import dns.message
import dns.opcode
import dns.rcode
import dns.rrset
import pytest

from dns_server import DnsServer, Handler, Reply, Zone
from program import run

NOBODY = Zone("mx.test A 1.2.3.4")
MAIL = Zone("acme.test MX 10 mx.test\nmx.test A 1.2.3.4")


def led_elsewhere(truth: Handler) -> Handler:
    """Say of names under .invalid that they do not exist, and make them aliases of a name that does not."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = truth(query, transport)
        assert isinstance(response, dns.message.Message)
        name = query.question[0].name
        if name.to_text().endswith(".invalid."):
            response.set_rcode(dns.rcode.NXDOMAIN)
            response.answer.append(dns.rrset.from_text(name, 60, "IN", "CNAME", "search.test."))
        return response

    return handler


def under_another_opcode_first(lie: Handler, truth: Handler) -> Handler:
    """Send a denial that answers an UPDATE, not a query, and then the truth."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        forged, true = lie(query, transport), truth(query, transport)
        assert isinstance(forged, dns.message.Message)
        assert isinstance(true, dns.message.Message)
        forged.set_opcode(dns.opcode.UPDATE)
        return [_as_query_response(forged), true.to_wire()]

    return handler


def _as_query_response(message: dns.message.Message) -> bytes:
    """Return the bytes of a response to a query, with the opcode put into the header alone."""
    opcode = message.opcode()
    message.set_opcode(dns.opcode.QUERY)
    data = bytearray(message.to_wire())
    data[2] |= opcode << 3
    return bytes(data)


@pytest.mark.parametrize(
    ("serve", "expected"),
    [
        pytest.param(
            lambda: NOBODY, "no_mail\tno_such_domain", id="the plain truth: there is no such domain"
        ),
        pytest.param(
            lambda: led_elsewhere(NOBODY),
            "unknown\tresolver_intercepts",
            id="a resolver that leads names elsewhere that cannot exist proves nothing",
        ),
        pytest.param(
            lambda: under_another_opcode_first(NOBODY, MAIL),
            "accepts\tmx",
            id="a response to another operation is passed over",
        ),
    ],
)
def test_only_a_proper_response_counts(tmp_path: Path, serve: Callable[[], Handler], expected: str) -> None:
    with DnsServer(serve()) as server:
        done = run(
            "check", "acme.test", "--resolver", server.address, "--no-cache", "--dns-timeout", "20",
            env={"XDG_CACHE_HOME": str(tmp_path)},
        )  # fmt: skip
    assert done.stdout.startswith(f"acme.test\t{expected}\t"), done
