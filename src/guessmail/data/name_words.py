"""Words in a written name that are no part of it, or bind to the next: titles, particles, conjunctions.

Each table is a set of folded words without full stops (`phd`, `dipl`). Collected by hand from what stands
before and after names in business correspondence: the forms of address of the EU Interinstitutional Style
Guide (annex A4, section 10), the abbreviations of academic degrees and professional bodies, and, for the
particles, the articles and prepositions of the languages that have them (Chicago Manual of Style, 8.5-8.15,
"Names with particles").
"""

from guessmail.data.decorations import FAMILIES
from guessmail.data.rows import words
from guessmail.data.titles import POST_NOMINALS, SUFFIX_WORDS, TITLES, TITLES_OR_NAMES

__all__ = [
           "ABBREVIATED_GIVEN",
           "ARTICLES",
           "ASIDE_WORDS",
           "BOUND_GIVEN",
           "COMPANY_WORDS",
           "CONJUNCTIONS",
           "FAMILY_PARTICLES",
           "FIXED_PARTICLES",
           "GROUPS",
           "HYPHENATED_GIVEN",
           "MAIDEN_MARKERS",
           "MARIAN",
           "MARKS_OF_SEX",
           "NO_PERSON",
           "PARTICLES",
           "PATRONYMIC_PARTICLES",
           "PLACEHOLDERS",
           "PRONOUNS",
           "SPECIAL",
]  # fmt: skip

PARTICLES = frozenset(
    words(
        """
    van von vom vd vander vanden vande der den ver zu zum zur auf aus dem des ter ten tot te tho thor op
    't t s 's het aan aen in 't de del della delle dello dei degli delli dela bon vel thoe freiherrin di
    da do dos das du d dal dalla la le les lo los las el al il a und et uit onder bij abou ibn bin bint binti binte ben bar
    bat abu abi abd umm ould al ul el as ash ad an ar at az af av til zu st ste saint sainte san santa
    santo sant mac mc fitz ap ab ferch verch nic ni ua ui o int vdb vden vande vanden
    """
    )
) - frozenset(
    frozenset(
        words(
            """
    a s und et aus til
    """
        )
    )
)
"""Articles and prepositions that begin a family name and belong to it."""

MARIAN = frozenset(
    words(
        """
    mar pilar rosario consuelo rocio valle luz conceicao gloria lurdes lourdes graca fatima socorro carmo ceu
    concepcion carmen angeles dolores mercedes jesus jose coro sol nieves guadalupe soledad
    """
    )
)
"""Names that follow María de."""

GROUPS = frozenset(
    words("team department dept abteilung office desk helpdesk resources acquisition committee staff")
)
"""Words that make a group of all that stands before them."""

MARKS_OF_SEX = frozenset({"thi", "van"})
"""Middle words of Vietnamese names that only tell women from men."""

ABBREVIATED_GIVEN = {"ma": "maria"} | dict.fromkeys(("md", "mohd", "muhd", "mhd"), "mohammed")
"""Given names that are abbreviated where another one follows: Md. Rafiqul, Ma. Cristina."""

PATRONYMIC_PARTICLES = frozenset({"bin", "ibn", "bint", "binti", "binte"})
"""Those before a father's name, which addresses mostly leave out."""

FIXED_PARTICLES = frozenset(
    words(
        """
    le la les lo los las el di del dello della delle dalla dalle degli dei du mc mac st ste saint sainte san
    santa santo sant ap ab fitz
    """
    )
)
"""Those that addresses keep: dropped for 0 of 80 such people, and for 60 of 300 with de, van, von, da."""

HYPHENATED_GIVEN = frozenset(
    words(
        """
    jean marie anne pierre rose louis hans karl carl heinz klaus claus franz ernst wolf horst eva ann per lars
    nils jan sven ulf bengt britt gun lise kari inger jon odd ole sten carl maj
    """
    )
)
"""Given names that mostly have a hyphen to the next one, which people leave out: Jean Pierre, Hans Peter."""

CONJUNCTIONS = frozenset(
    frozenset(
        words(
            """
    and y e i und et of the og och en ja u z
    """
        )
    )
)
"""Words that join two surnames, two titles, or two people."""

BOUND_GIVEN = frozenset(
    {"abd", "abdur", "abdus", "abdoul", "abdal", "abdel", "abdul", "abu", "abou", "umm", "um"}
)
"""Words that make one given name with the next: Abdul Rahman."""

FAMILY_PARTICLES = PARTICLES - BOUND_GIVEN
"""Those that may begin a family name before the given name: van der Berg Jan."""

ARTICLES = frozenset({"al", "el", "ul", "ur", "ar", "as", "az", "ash", "ad"})
"""The Arabic article: after a word of `BOUND_GIVEN` it belongs to the given name."""

MAIDEN_MARKERS = frozenset(
    frozenset(
        words(
            """
    nee ne born geb geborene geboren fodt fodd roz rozena domu z ep epouse formerly nata nacida nascida
    """
        )
    )
)
"""Words that a family name at birth follows."""

ASIDE_WORDS = frozenset(
    words(
        """
    ext external extern externe contractor temp guest lion opentowork hiring linkedin profile profil open
    networker verified vip bot new formerly deceased retired they/them pronouns pronoun remote onsite hybrid
    acting interim team private work home office mobile cell personal ooo fh univ magfh pmp inc
    """
    )
)
"""Words in brackets that are neither nickname nor name at birth, beside jobs, titles and degrees."""

PRONOUNS = frozenset(
    words(
        """
    she her hers he him his they them theirs ze zir zirs hir xe xem xir sie ihr ihre er ihm ihn elle elles il
    lui iel ella el ele ela elu hen han hon hun hij hem zij haar hun die diens ona jej on jego any all
    """
    )
)
"""Pronouns as people write them behind their names."""

NO_PERSON = frozenset(
    words(
        """
    hiring manager recruiter recruiting recruitment recruiters sales marketing department dept abteilung team
    human resources resource hr talent acquisition linkedin member user users office support service services
    customer care info information contact contacts admin administrator administration accounting accounts
    payable receivable billing finance reception front desk help helpdesk careers career jobs job applications
    application press media relations public procurement purchasing legal compliance security operations
    people staffing confidential private candidate applicant employee employees staff group mailbox shared
    company vertrieb personal personalabteilung buchhaltung einkauf direction ventes recrutement ressources
    humaines recursos humanos ventas seleccion personale risorse umane it webmaster postmaster noreply the our
    profile mitglied deleted hidden unavailable provided specified given keine angabe angaben not former
    client clients kundenservice kundendienst geschaftsleitung verwaltung rechnungswesen rechnung empfang zentrale sekretariat leitung
    karriere presse vertriebsteam comptabilite accueil achats secretariat atencion cliente al contabilidad compras
    administracao vendas financeiro ufficio acquisti amministrazione commerciale vendite segreteria klantenservice inkoop
    verkoop administratie kundtjanst ekonomi salg regnskab kundeservice biuro obsluga klienta ksiegowosc recepcja
    asiakaspalvelu myynti talous ugyfelszolgalat servis podpora obchod
    of and & general enquiries inquiries enquiry unknown anonymous headhunter departamento administracion
    """
    )
)
"""Words of departments, posts and accounts: what is made of nothing else is no person's name."""

COMPANY_WORDS = frozenset(words(
    """
    inc incorporated llc llp ltd limited gmbh corp corporation plc pty pvtltd bv nv srl sarl spa oy ab
    as
    """
)) - {
    "spa", "as", "ab", "oy", "nv", "bv",
}  # fmt: skip
"""Legal forms: a name that ends in one is a company's."""

PLACEHOLDERS = frozenset(
    words(
        """
    n/a none null nil nan unknown tbd tbc anonymous test undefined vacant name fullname firstname
    lastname n.a. -- ? ??? xxx confidential unbekannt inconnu desconocido sconosciuto redacted
    """
    )
) | {
    "not available",
    "no name",
    "full name",
    "first name",
    "last name",
    "linkedin-mitglied",
    "not applicable",
    "grand total",
    "sub total",
    "subtotal",
    "gesamtsumme",
    "zwischensumme",
    "total general",
    "total général",
    "to be confirmed",
}
"""What people write where they have no name."""

SPECIAL = frozenset().union(
    TITLES - TITLES_OR_NAMES, SUFFIX_WORDS, POST_NOMINALS, PARTICLES, CONJUNCTIONS, BOUND_GIVEN,
    MAIDEN_MARKERS, COMPANY_WORDS, NO_PERSON,
    FAMILIES, frozenset({"o", "a", "d"}), *(phrase.split() for phrase in PLACEHOLDERS),
)  # fmt: skip
"""All words that take a name off the fast path."""
