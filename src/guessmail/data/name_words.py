"""Words in a written name that are no part of it, or bind to the next: titles, particles, conjunctions.

Each table is a set of folded words without full stops (`phd`, `dipl`). Collected by hand from what stands
before and after names in business correspondence: the forms of address of the EU Interinstitutional Style
Guide (annex A4, section 10), the abbreviations of academic degrees and professional bodies, and, for the
particles, the articles and prepositions of the languages that have them (Chicago Manual of Style, 8.5-8.15,
"Names with particles").
"""

from guessmail.data.rows import words

__all__ = [
           "ABBREVIATED_GIVEN",
           "ARTICLES",
           "ASIDE_WORDS",
           "BOUND_GIVEN",
           "COMPANY_WORDS",
           "CONJUNCTIONS",
           "DEGREES_IN_ANY_CASE",
           "FIXED_PARTICLES",
           "GROUPS",
           "HYPHENATED_GIVEN",
           "JOB_WORDS",
           "MAIDEN_MARKERS",
           "MARIAN",
           "MARKS_OF_SEX",
           "NO_NAMES",
           "NO_PERSON",
           "PARTICLES",
           "PATRONYMIC_PARTICLES",
           "PLACEHOLDERS",
           "POST_NOMINALS",
           "POST_NOMINALS_OR_NAMES",
           "PRONOUNS",
           "SPECIAL",
           "SUFFIX_WORDS",
           "TITLES",
           "TITLES_OR_NAMES",
]  # fmt: skip

# Forms of address, academic titles, ranks, clergy, law, in the European languages and those that use them
# abroad.
TITLES = frozenset(
    words(
        """
    mr mrs ms miss misses mx mister missus sir dame lord lady madam madame maam messrs mesdames dr
    doctor prof professor assoc associate asst assistant adjunct emeritus emerita visiting lecturer
    docent dozent rev reverend fr father pastor rabbi imam monsignor msgr bishop archbishop archdeacon
    cardinal deacon vicar canon chaplain rector provost venerable ven abbot abbess brother br sister
    monk swami rebbe ayatollah mufti mullah hon honorable honourable rt right most excellency eminence
    holiness highness majesty judge justice magistrate sheriff marshal commissioner president premier
    minister prime secretary senator sen representative rep congressman congresswoman councillor
    councilor councilman councilwoman alderman mayor governor gov chancellor ambassador amb consul
    attorney counsel barrister solicitor vice deputy chief chair chairman chairwoman chairperson
    director manager officer executive exec controller treasurer supervisor coordinator administrator
    admin specialist analyst architect engineer eng technician technologist scientist developer designer
    consultant general gen colonel col lieutenant lt captain capt cpt commander cmdr cdr major maj
    sergeant sgt corporal cpl private pvt admiral adm brigadier brig commodore cmdre ensign ens airman
    cadet marine petty warrant pfc ssgt tsgt msgt gysgt sfc ltc ltcol ltcdr ltgen majgen squadron staff
    duchess countess baroness viscountess marquess marquise emperor empress tsar nurse physician surgeon
    dentist district federal national senior herr frau herrn fraulein dipl diplom ing mag magister
    magistra hofrat kommerzialrat doz privatdozent pd dkfm kfm graf grafin freiherr freifrau furst
    ritter edler monsieur mme mlle mademoiselle maitre me docteur professeur sr sra srta senor senora
    senorita don dona dn lic licenciado licenciada ingeniero ingeniera dott dottssa dottoressa dottore
    sig signor signora signorina avv avvocato avvocata ingegnere geom on dra eng senhor senhora
    senhorita engenheiro engenheira doutor doutora dhr mevr mevrouw mw meneer drs ir jhr jkvr de heer hr
    fru frk froken herra rouva neiti pani mgr inz mgrinz rndr mudr judr phdr mvdr paeddr thdr dipling bc
    doc csc drsc gospodin gospodja gospoda gospa gospod g-din g-dja domnul doamna domnisoara bayan hodja
    haji hajji hadji ustad ustaz datuk dato datin puan encik cik cllr bapak police tengku smt shrimati
    pt ustadh syed-sahib sahib kyrios kyria seri khun nai drs dra drg hjh hj haji wro ato weizero daw ra stb
    rain mmag dipling diplkfm diplinf arq mtro mtra maestro maestra cik tuan kumari shri sri begum adv ca er
    engr atty mgr ings juris pfarrer kapt kptlt oberst leutnant ds jonkheer weled
    """
    )
) - frozenset({"de", "on", "br", "don", "er"})
"""Words that stand before a name and are not part of it."""

TITLES_OR_NAMES = (
    frozenset(
        words(
            """
    major judge justice dean bishop canon cardinal abbot marshal sister brother private chief dona syed
    mag ing doc deacon vicar father lady lord dame swami imam mullah senior nurse marine haji hajji
    hadji hon ven gen me sen fr ens col adm miss madame edler ritter graf furst amb officer ir provost
    rector chancellor right chair daw ra sri shri nai kumari begum adv ca mtro hj ato seri tuan rain
    ds engr maestro maestra
    """
        )
    )
    & TITLES
)
"""Titles that are also given or family names: beside one other word alone they are names (Judge Jones, Major
Singh)."""

SUFFIX_WORDS = frozenset(
    words(
        """
    jr jnr knt mladi stariji junior sr snr senior i ii iii iv v vi vii viii ix x 2nd 3rd 4th 5th esq
    esquire junr hijo fils mladsi starsi ret retd
    """
    )
)

# Degrees, professional bodies, orders: after a name, without full stops.
POST_NOMINALS = frozenset(
    words(
        """
    phd dphil md mbbs mbchb mbbch do dds dmd dvm dnp rn lpn lvn np pac aprn crna cna rph pharmd psyd edd
    dba jd llb llm lld bcl scd sci dsc msc mscs msci mphil mres pa mba emba mpa mph mpp mha mfa med edm
    msw msn mlis mls mts mdiv thm thd ma ba bs bsc bsn bba bcom bed beng meng mtech btech bfa barch
    march aia faia riba ala asla aicp ms mslis mst msed mace cpa cma cga acca fcca aca fca acma fcma
    cima cfa cfp chfc clu cpcu frm caia cia cisa cism cissp crisc cgeit ceh oscp ccie ccna ccnp mcse
    mcsa mcp itil pmp pgmp pfmp capm prince2 csm cspo psm safe sphr phr shrm shrmcp shrmscp cebs cipd
    mcipd fcipd pe peng ceng ieng cphys cchem csci eit leed leedap esq qc kbe cbe obe mbe dbe gbe gcb
    kcb kcmg cmg gcmg cvo kcvo lvo mvo dso dsc dfc tsc frs fba freng frcp frcs frca frcr frcog frcpath
    mrcp mrcs mrcgp frsa frgs frics mrics fieee smieee mieee fiet miet fbcs mbcs facs facp facc facog
    faap faan facep faafp facr ficpi fcas fsa asa acas maaa lcsw lmsw lmft lpc lcpc lmhc bcba abpp ncc
    cadc ccc slp cccslp otr otrl ot pt dpt att atc cscs rd rdn ldn cfe cfre cae cmp csp cpp cpsm cscp
    cpim cltd cpm cplp cptd cpt cfm cem cwi chmm csp cih asp usn usmc usaf usa uscg usar ret retd osb
    ofm ocd cssr cmf sdb svd osa mdiv dd dmin iii iv mep mla msp ms shrm ccrn se mm mt spd skom sh mh mkom
    spd mpd sked skep ners stb ra phdc cand hons bsw bsed ccp popm icp csd togaf cbap ccba lssbb lssgb cgma
    ficm chrp chrl cphr gphr sphri phri aphr cams aws gcp ckad istqb prince2 itil4
    """
    )
) - frozenset({"safe", "march", "mace", "asp"})

POST_NOMINALS_OR_NAMES = POST_NOMINALS & frozenset(
    words("ab ai al am an ba be beng ceng do ed fe fr ma mb me meng om pa pe peng re sb se su")
)
"""Post-nominals that are names too: taken as such in capitals or with full stops alone (Jack Ma; John Smith
MA)."""

DEGREES_IN_ANY_CASE = frozenset(
    words(
        "phd dphil mba emba pmp msc bsc mphil cpa cissp mbbs llm llb pharmd edd dba meng mtech btech bba bcom phr sphr"
    )
)
"""Post-nominals that are no names however they are written."""

PARTICLES = frozenset(
    words(
        """
    van von vom vd vander vanden vande der den ver zu zum zur auf aus dem des ter ten tot te tho thor op
    't t s 's het aan aen in 't de del della delle dello dei degli delli dela bon vel thoe freiherrin di
    da do dos das du d dal dalla la le les lo los las el al il a und et ibn bin bint binti binte ben bar
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

JOB_WORDS = frozenset(
    words(
        """
    ceo cto cfo coo cio cmo cso ciso chro cpo cro vp svp evp avp md hr it pr pm po hrbp ta head lead leader
    founder cofounder co-founder owner partner principal sales marketing recruiter recruiting recruitment
    talent product project program programme software hardware account intern student at of for with team
    senior junior retired former freelance freelancer hiring sourcer headhunter people human staffing growth
    business data cloud devops frontend backend fullstack full-stack ux ui customer client key global regional
    national country general managing operations finance financial legal communications digital content social
    media creative art graphic web mobile security network systems system it-manager engineering research
    investor entrepreneur author speaker coach mentor trainer teacher student phd-student looking open seeking
    available we were im ex geschaftsfuhrer geschaftsfuhrerin leiter leiterin berater beraterin vorstand
    personal vertrieb einkauf assistenz directeur directrice responsable charge chargee chef consultante
    gerente jefe jefa coordinador coordinadora analista ingeniero desarrollador vendedor diretor diretora
    """
    )
)
"""Words that begin what follows a name and a mark that parts (comma, dash, bar), beside the titles."""

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
) | {"not available", "no name", "full name", "first name", "last name", "not applicable", "to be confirmed"}
"""What people write where they have no name."""

SPECIAL = frozenset().union(
    TITLES - TITLES_OR_NAMES, SUFFIX_WORDS, POST_NOMINALS, PARTICLES, CONJUNCTIONS, BOUND_GIVEN,
    MAIDEN_MARKERS, COMPANY_WORDS, NO_PERSON, JOB_WORDS - frozenset({"art", "md", "key"}),
    frozenset({"o", "a", "d"}), *(phrase.split() for phrase in PLACEHOLDERS),
)  # fmt: skip
"""All words that take a name off the fast path."""

NO_NAMES = SPECIAL | JOB_WORDS | TITLES
"""All words that may be more than a name."""
