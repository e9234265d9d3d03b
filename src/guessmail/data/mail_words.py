"""Words beside addresses in mail that are no part of a name, as mail programs and people write them; in lower case."""

import re

__all__ = ["AFTER_TIME", "HIDDEN", "NOT_FIRST"]

AFTER_TIME = frozenset("am pm a.m. p.m. uhr h hrs hours cest cet utc gmt est edt pst pdt bst msk jst".split())
NOT_FIRST = frozenset(
    "e-mail email mail contact contacts write please from to cc bcc kontakt bitte an von schreiben tel telefon phone web www the your our for at"
    " questions fragen see send reply adresse address courriel contacto correo".split()
)
"""Words with which a sentence may begin, and no name."""
HIDDEN = re.compile(r"^([^\s@]+) at (?=[\w.-]+\.\w)")
"""An address as the archives of mailing lists write it: `jane.doe at acme.com (Jane Doe)`."""
