"""Suffixes, labels and words by which universities, authorities and firms tell themselves apart."""

__all__ = [
    "ACADEMIC_DOMAINS",
    "ACADEMIC_INSIDE",
    "ACADEMIC_LABELS",
    "ACADEMIC_PREFIXES",
    "ACADEMIC_SUFFIXES",
    "ACADEMIC_WORDS",
    "GENERIC_SUFFIXES",
    "LABEL_ENDS",
    "LABEL_WORDS",
    "PUBLIC_ENDS",
    "PUBLIC_PREFIXES",
    "PUBLIC_SUFFIXES",
    "PUBLIC_WORDS",
    "WORLDWIDE",
]

ACADEMIC_SUFFIXES = frozenset(("edu", "ac", "university", "college"))
"""Top- and second-level labels below which universities register: edu, ac.uk, edu.au."""
ACADEMIC_PREFIXES = (
    "uni-",
    "univ-",
    "tu-",
    "th-",
    "fh-",
    "hs-",
    "ph-",
    "u-",
    "universit",
    "ecole-",
    "ecolede",
)
"""How labels of universities begin."""
ACADEMIC_INSIDE = ("universit", "college", "hochschule")
"""What labels of universities hold."""
ACADEMIC_LABELS = frozenset(
    """
    iuav poliba polimi polito uni unibas unibe unibg unibo unibocconi unibs unica unical unicam unicamp unicas unicatt
    unich unict unideb unife unifg unifi unifr unige unigre unil unilu unimc unime unimi unimib unimo unimore unina
    unina2 uninsubria unior unipa unipd unipg unipi unipr unipv uniroma uniroma1 uniroma2 uniroma3 uniroma4 unisa
    unisalento unisannio unisg unisi unisob unite unitn unito units unitus uniud uniupo uniurb univ univaq univda
    univpm univr uniwien unizar unizg
    """.split()
)
"""Whole labels of universities."""
ACADEMIC_DOMAINS = frozenset(
    """
    aalto.fi aau.dk abo.fi aegean.gr amsterdamumc.nl aphp.fr au.dk auth.gr bme.hu carleton.ca cbs.dk chalmers.se
    charite.de chru-nancy.fr chu-bordeaux.fr chu-dijon.fr chu-grenoble.fr chu-rouen.fr chu-toulouse.fr chuv.ch
    cinvestav.mx concordia.ca cuni.cz cvut.cz czu.cz dal.ca dcu.ie dtu.dk ehu.es ehu.eus elte.hu ensam.eu epfl.ch
    erasmusmc.nl esh.se estescoimbra.pt ethz.ch eur.nl fu-berlin.de gu.se hcuge.ch helsinki.fi hhu.de hi.is hu-
    berlin.de insel.ch ipn.mx itesm.mx jyu.fi keio.jp ki.se kth.se ktu.lt ku.dk kuleuven.be leidenuniv.nl liu.se lmu.de
    lu.lv lu.se lum.it mcgill.ca mcmaster.ca mun.ca muni.cz myumanitoba.ca nmbu.no nord.no ntnu.no ntua.gr
    ontariotechu.ca oulu.fi ovgu.de parisdescartes.fr pte.hu puc.cl pucrs.br queensu.ca radboudumc.nl rcsi.ie ru.is
    ru.nl rug.nl rwth-aachen.de ryerson.ca sdu.dk sfu.ca shh.se slu.se su.se szte.hu tcd.ie tec.mx tecnun.es trentu.ca
    tudelft.nl tue.nl tugraz.at tum.de tuni.fi ua.pt uab.cat ualberta.ca uam.es uantwerpen.be uba.ar ubc.ca uc.cl uc.pt
    uca.es ucalgary.ca ucc.ie ucd.ie uchile.cl uclm.es uclouvain.be ucm.es ucn.dk udl.cat uef.fi uesc.br ufba.br ufc.br
    uff.br ufla.br ufmg.br ufpe.br ufpr.br ufrgs.br ufrj.br ufrontera.cl ufsc.br ufscar.br ufv.br ugent.be ugr.es
    ugto.mx uh.cu uib.no uio.no uit.no uk-gm.de uke.de ukmuenster.de uks.eu uksh.de ulaval.ca ulb.be uleth.ca uliege.be
    ulisboa.pt um.es umanitoba.ca umcutrecht.nl uminho.pt umontreal.ca umu.se unam.mx unb.br unb.ca unesp.br unex.es
    uni.lu uniba.sk unibe.ch unicamp.br unicampania.it unifesp.br uniklinikum-dresden.de unimore.it unisannio.it unl.pt
    uoa.gr uoc.gr uoguelph.ca uol.de uottawa.ca up.pt upatras.gr upm.es upmc.fr upo.es upol.cz upv.es uqam.ca ur.de
    us.es usask.ca usb.ch usc.es usherbrooke.ca usp.br ust.hk ut.ee utoronto.ca utu.fi utwente.nl uu.se uva.nl uvic.ca
    uvigo.es uwaterloo.ca uwindsor.ca uwo.ca uzgent.be uzh.ch uzleuven.be vu.lt vu.nl vub.be vutbr.cz wur.nl yorku.ca
    zjnu.cn
    """.split()
)
"""Universities and their hospitals whose domains show nothing of it: those that two authors of articles or more are at."""
ACADEMIC_WORDS = frozenset(
    "university universitat universitaet universite universidad universidade universita universiteit universitet universitesi "
    "uniwersytet univerzita univerzitet egyetem yliopisto college hochschule fachhochschule polytechnic polytechnique "
    "politecnico politecnica faculty".split()
)
"""Words of universities' names, folded."""
PUBLIC_SUFFIXES = frozenset("gov mil gouv gob govt gv go gub government gc nhs police admin mod k12".split())
"""Top- and second-level labels below which authorities register: gov, gouv.fr, go.jp."""
PUBLIC_PREFIXES = (
    "cityof", "townof", "villageof", "countyof", "boroughof", "stadt-", "gemeinde-", "kreis-", "landkreis-", "mairie-", "ville-",
    "comune-", "ayto-", "gmina-",
)  # fmt: skip
"""How labels of authorities begin."""
PUBLIC_ENDS = (
    "gov", "county", "township", "twp", "borough", "cityhall", "legislature", "senate", "senategop", "pahouse", "housegop",
    "kommune",
)  # fmt: skip
"""How they end."""
PUBLIC_WORDS = frozenset(
    "ministry ministerio ministerstvo ministere county township borough municipality municipio prefeitura mairie gemeinde "
    "landkreis bundesamt landratsamt kommune kommun gmina city stadt senate legislature tribunal".split()
)
"""Words of authorities' names, folded."""
LABEL_WORDS = (
    ("label=technology", ("tech", "soft", "sys", "data", "net", "comput", "electr", "labs")),
    ("label=group", ("consult", "partner", "group", "gruppe", "holding", "capital", "bank", "invest")),
    ("label=health", ("health", "hosp", "clinic", "klinik", "medical", "cancer", "pharm")),
)
"""What labels of firms hold that write addresses in other ways than most, behind the trait that it is."""
LABEL_ENDS = ("inc", "llc", "corp", "usa")
"""How labels of American firms end."""
GENERIC_SUFFIXES = frozenset("com org net int info biz io ai co eu".split())
"""Suffixes of no country with weights of their own."""
WORLDWIDE = frozenset("io ai co tv me eu ws cc fm ly".split())
"""Suffixes of two letters whose domains say nothing of a country."""
