"""Legal forms of companies, by country, as companies write them after (or before) their names.

The common ones of the code list of ISO 20275 (GLEIF, Entity Legal Forms), folded: lower case, no accents, no
dots, `&` left out.
"""

__all__ = ["KIND_OF_FORM", "LEGAL_FORMS", "LEGAL_FORMS_BEFORE"]

_BY_COUNTRY: dict[str, str] = {
    "us": "inc|incorporated|corp|corporation|na|n a|national association|fsb|llc|l l c|ltd|limited|lp|llp|lllp|pllc|pc|pa|co|company|pbc",
    "gb ie": "plc|ltd|limited|llp|cic|unlimited|dac|clg|uc",
    "ca au nz": "pty|pty ltd|pty limited|ltee|limitee|ulc|enr|senc|proprietary limited",
    "in": "pvt ltd|private limited|pvt|private|opc",
    "sg my hk": "pte ltd|pte|sdn bhd|bhd|berhad|sdn",
    "de at ch": "gmbh|ag|kg|ohg|ug|haftungsbeschrankt|gbr|ev|e v|eg|kgaa|mbh|gmbh co kg|co kg|co kgaa|og|se|"
    "partg|mbb|gesmbh|sarl|sagl|gesellschaft mit beschrankter haftung|aktiengesellschaft|ek|e k|ggmbh|"
    "stiftung co kg",
    "fr be lu": "sa|sas|sasu|sarl|eurl|snc|sci|scop|scs|sca|selarl|bv|bvba|nv|sprl|srl|vof|asbl|vzw|cv|sc",
    "nl": "bv|nv|vof|cv|b v|n v",
    "es pt": "sl|sa|slu|sau|sll|scoop|lda|limitada|unipessoal|unipessoal lda|"
    "sociedad limitada|sociedad anonima",
    "latin america": "sa de cv|s de rl de cv|sapi de cv|srl|sac|spa|ltda|eireli|me|epp|s a s|sa|cia|"
    "limitada|sas",
    "it": "spa|srl|srls|sapa|snc|sas|scarl|societa per azioni|s p a|s r l",
    "dk no se fi is": "as|a s|aps|asa|ab|oy|oyj|ab publ|publ|hb|kb|is|ivs|ehf|hf|ks|ans|da|enk|ry|aktiebolag",
    "pl cz sk hu": "sp z oo|sp z o o|sp j|sp k|spolka z oo|sro|s r o|spol s r o|as|a s|kft|"
    "zrt|nyrt|bt|spolka akcyjna",
    "ro bg hr si rs ee lt lv": "srl|sc|eood|ood|ad|ead|doo|d o o|dd|d d|jdoo|ou|uab|sia|as",
    "gr tr": "ae|epe|ike|monoprosopi|as|ltd sti|sti|sanayi ve ticaret as|anonim sirketi|limited sirketi",
    "ru ua": "ooo|oao|zao|pao|ao|tov|llc|pat|jsc|pjsc|ojsc|cjsc",
    "cn jp kr tw": "co ltd|company limited|kk|k k|gk|kabushiki kaisha|godo kaisha|yugen kaisha|"
    "holdings co ltd|yk",
    "middle east, africa": "fze|fzc|fzco|fz llc|wll|saoc|saog|ksc|psc|pjsc|jsc|cc|rf|npc|soc|inc|bsc",
    "id th vn ph": "tbk|pt|persero|pcl|public company limited|jsc|joint stock company|opc",
}

LEGAL_FORMS: frozenset[tuple[str, ...]] = frozenset(
    tuple(form.split()) for forms in _BY_COUNTRY.values() for form in forms.split("|")
)
"""The words of each form that stands after a name."""

LEGAL_FORMS_BEFORE: frozenset[tuple[str, ...]] = frozenset(
    (form,) for form in "ooo oao zao pao pt sc tov uab sia cv the".split()
)
"""The words that may stand before a name."""

_KINDS = {
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
KIND_OF_FORM = {form: kind for kind, forms in _KINDS.items() for form in forms.split()}
"""The kind of a legal form, by its first word that tells one: how addresses are made there differs."""
