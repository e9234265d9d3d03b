"""Words in companies' names that say what an organisation is; the prior is fitted for each kind.

The kinds and words are those that are frequent among holders of enterprise numbers (IANA), folded as `fold_company` does.
"""

__all__ = ["KIND_OF_WORD", "LEGAL_KINDS"]

KIND_OF_WORD = {
    word: kind
    for kind, words in {
        "education": "university universitat universite universidad universita universiteit universidade college school "
        "schools hochschule fachhochschule institut institute academy education schule gymnasium",
        "health": "hospital health medical clinic clinics healthcare care oncology cancer klinik klinikum pharma",
        "public": "city county state district department federal national government ministry authority public regional "
        "community municipality council stadt",
        "finance": "bank financial insurance finance capital banque banco versicherung",
        "consulting": "consulting consultants consultancy associates partners advisors beratung",
        "software": "software solutions systems system technologies technology tech computing computer computers it "
        "sistemas informatica informatik data digital",
        "network": "network networks internet telecom telekom communications communication telecommunications broadband "
        "wireless mobile online hosting net",
        "industry": "electronics electronic electric elektronik engineering power energy control automation industries "
        "instruments products",
        "research": "research lab labs laboratory laboratories science sciences",
        "group": "group international holdings holding global worldwide enterprises",
        "services": "services service management",
        "media": "media interactive web design press publishing",
        "association": "association foundation alliance union society project open ev",
    }.items()
    for word in words.split()
}
LEGAL_KINDS = {
    form: kind
    for kind, forms in {
        "inc": "inc|incorporated|co inc|company inc",
        "corp": "corporation|corp",
        "llc": "llc|lp|llp|pc",
        "ltd": "ltd|limited|pty ltd|pvt ltd|private limited|pte ltd",
        "co-ltd": "co ltd|company ltd|company limited",
        "gmbh": "gmbh|mbh|gesmbh|gmbh co kg|kg|gbr|sro|sp z oo|doo|kft|srl|bv|sarl|sl|ltda|lda|aps|bvba|as|a s",
        "ag": "ag|sa|spa|plc|nv|ab|oy|asa|dd|zrt|jsc|sas",
    }.items()
    for form in forms.split("|")
}
