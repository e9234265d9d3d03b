"""A company's classes by its name, which bear on the format of its addresses."""

from functools import lru_cache

from guessmail.data.trades import TRADES
from guessmail.domains.company_name import read_company

_FORMS = {
    "inc": "inc incorporated corp corporation",
    "llc": "llc lp llp lllp pllc",
    "ltd": "ltd limited plc pty pvt pte private",
    "german": "gmbh ag kg ohg ug gbr mbh ev eg kgaa ek gesmbh ggmbh",
    "romance": "sa sas sarl eurl srl spa sl slu lda ltda sprl snc",
    "dutch": "bv nv vof bvba vzw",
    "nordic": "ab as aps oy oyj asa hf ehf a",
    "slavic": "sro spol sp ooo zao oao doo dd kft zrt jsc cjsc ojsc uab",
    "asian": "kk bhd sdn tbk",
}
_FORM_OF = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}


@lru_cache(maxsize=1 << 14)
def company_traits(name: str) -> tuple[str, ...]:
    """Return the classes of a company as `dimension=value`, one of each dimension; nothing for a name without words.

    `company-form` (the kind of its legal form, `none`, `other`), `company-trade` (by the last word that tells one,
    `none`) and `company-words` (1 to 4, without the legal form).
    """
    read = read_company(name)
    if not read.words:
        return ()
    first = read.forms[-1].split() if read.forms else []
    form = next((_FORM_OF[word] for word in first if word in _FORM_OF), "other") if first else "none"
    trade = next((TRADES[word.text] for word in reversed(read.words) if word.text in TRADES), "none")
    return f"company-form={form}", f"company-trade={trade}", f"company-words={min(len(read.words), 4)}"
