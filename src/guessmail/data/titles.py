"""Titles before a name; degrees, professional bodies and orders behind it. Folded, without full stops (`phd`, `dipl`).

Collected by hand from what stands before and after names in business correspondence: the forms of address of the EU
Interinstitutional Style Guide (annex A4, section 10), the abbreviations of academic degrees and professional bodies.
"""

from guessmail.data.rows import words

__all__ = [
    "COURTESY",
    "DEGREES_IN_ANY_CASE",
    "GIVEN_TITLES",
    "GRADES",
    "MARKED_TITLES",
    "NEVER_NAMES",
    "ONE_LETTER",
    "PHRASES",
    "POST_NOMINALS",
    "POST_NOMINALS_OR_NAMES",
    "SUFFIXES",
    "SUFFIX_WORDS",
    "SURE_SUFFIXES",
    "SURE_TITLES",
    "TITLES",
    "TITLES_IN_CAPITALS",
    "TITLES_OR_NAMES",
]

# Forms of address, academic titles, ranks, clergy, law, in the European languages and those that use them
# abroad.
TITLES = frozenset(
    words(
        """
    mr mrs ms miss misses mx mister missus sir dame lord lady madam madame maam messrs mesdames dr
    doctor prof professor assoc associate asst assistant adjunct emeritus emerita visiting lecturer
    docent dozent rev reverend fr father pastor rabbi imam monsignor msgr bishop archbishop archdeacon
    cardinal deacon vicar canon chaplain rector provost venerable ven abbot abbess brother br sister
    monk swami rebbe ayatollah mullah hon honorable honourable rt right most excellency eminence
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
    honourary honorary his-excellency excellence exzellenz excelencia eccellenza det detective inspector insp supt
    superintendent constable cst trooper chargé archimandrite hegumen metropolitan patriarch prebendary curate
    evangelist deaconess monsieur mons revd reverendo reverenda padre pater pastora
    pastorin pfarrerin diakon kaplan schwester monseigneur abbe frere soeur fray suor fra dom frei
    pastoor zuster broeder jkr baron barones graaf gravin comte comtesse vicomte duc duchesse
    prinz prinzessin furstin prins prinses prinsesse prinsessa conte contessa marchese barone baronessa principe
    principessa conde condesa duque duquesa infanta
    rdml radm vadm lcdr ltjg ltg 1lt 2lt ssg msg sgm csm cwo wo1 wo2 lcpl pfc spc po1 po2 cpo rsm flt sqn ldr wg wing
    cdre avm acm gnr bdr bdg brigadegeneral generalmajor generalleutnant oberstleutnant hauptmann oberleutnant
    feldwebel hauptfeldwebel stabsfeldwebel oberfeldwebel unteroffizier gefreiter kapitan kapitanleutnant kommandant
    colonel capitaine commandant adjudant marechal amiral coronel capitan teniente sargento cabo almirante comandante
    cnel tte gral sgto tnte colonnello capitano tenente maresciallo generale ammiraglio brigadiere coronel capitao
    sargento cel kolonel luitenant kapitein generaal korporaal oversteloytnant kaptajn lojtnant overste kapten
    plk pplk mjr ppor npor kpr pulkownik porucznik general-major
    minister ministra ministro ministre sekretar staatssekretar staatsekretar burgermeister burgermeisterin bgm
    landrat stadtrat botschafter botschafterin konsul konsulin ambassadeur ambassadrice embajador embajadora
    embaixador ambasciatore depute deputee diputado deputado deputada senateur senador senatore vereador wethouder
    burgemeester sindaco alcalde alcaldesa prefeito prefet statsrad riksdagsledamot
    hofratin regierungsrat ministerialrat medizinalrat sanitatsrat primar primarius oberarzt oberarztin chefarzt
    chefarztin studienrat oberstudienrat kommissar kommissarin polizeirat staatsanwalt staatsanwaltin notar
    ddr dddr univprof univdoz ao oprof assprof assozprof privdoz privatdozentin juniorprof lehrbeauftragter
    dipling diplkfm diplvw diplpsych diplphys diplchem diplinform diplpad diplbiol diplbetriebsw diplsoz diplwirting
    dipldes cand stud candmag candjur
    doutora mestre engo enga arqo arqa dra profa profe mestra comendador desembargador desembargadora juiza juiz
    mag mgtr lcdo lcda lcd psic odont econ cpc cp qfb tsu tec inga arqta abogado abogada
    excmo excma exmo exma ilmo illmo ilustrisimo ilustrisima egr egregio egregia gentmo gentma spett chiarmo
    illmo rag perito notaio cav grand uff comm geomra profssa dottore sigra sigina signa
    drh ing habil
    mec red dyr posel poslanka sedzia adw adwokat radca ks ksiadz ojciec siostra pani panna panstwo
    slecna akad akademik ak arh dots inzh gn gzha gdin gdza gospodica gospodja gospoda tovarishch kyrie kathigitis
    dl dna domn av conf lect
    apl drssa ibu bpk tn sdr dring civing uyesi kommr pr di se sem sayin bay bayan uzm yrd ogr gor ars doct muh
    id ifj ozv ozvegy
    pt kum swamy maulana sardarni alhaji alhaja alhaj hajiya hajia mallam otunba oba
    barr engr surv tpl comrade comr nze mazi ogbuefi evang pst
    civiling civilingenior civilingenjor cand lektor docent dosent rektor advokat filmag fildr tekndr meddr maisteri
    tohtori johtaja kirkkoherra kyrkoherde komminister sogneprest prost provst prest prast
    hrh hh hsh hm hma he rthon righthon rtrev rtrevd
    chairperson chairwoman hm-consul attache envoy nuncio plenipotentiary highcommissioner commissioner
    professorin doktor doktorin prokurist direktor direktorin geschaftsfuhrer geschaftsfuhrerin direktør
    fru fr froken hr rouva
    advokatfullmektig teacher tutor coach ustadha ustazah
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
    ds engr maestro maestra constable supt baron prinz prins principe infante marquis marques duque conde comte duc cabo
    capitan sargento elder hafiz pandit acharya pt cp cel mec red ks ak arh id ars gor conf lect av dl dna muh bay bayan
    he hh hm hma ap ao ing comm cav egr grand uff mestre juiz irma frei dom fra padre pater primar notar sindaco alcalde
    maire kapitan kapten arc tun toh tec oba mons det insp cst flt wing ldr rag perito notaio teacher tutor coach cand
    stud diakon kaplan conte barone prost prest rektor lektor docent akad gn csm ssg spc tpl tsu qari ddr
    marchese maulana frere ilmo juris apostle prophet deaconess curate doct metropolitan dosent advokat notaire colonel commandant konsul
    senador senatore deputado minister ministro ministra graaf kommissar mufti irmao hermano hermana enga inga econ
    ibu tn sdr di se sem pr ibu tn ny sdr abogado abogada ojciec econ kum barr engo johtaja rouva surv evang pst swamy panna pani siostra
    """
        )
    )
    & TITLES
)
"""Titles that are also given or family names: beside one other word alone they are names (Judge Jones, Major
Singh)."""

MARKED_TITLES = frozenset(words("on er br arch lek med civ tech don pan"))
"""Titles with a full stop alone, before two words."""

TITLES_IN_CAPITALS = frozenset(
    words(
        "he hh hm hma ao cp cel ks ak id ars gor av dl dna gn csm ssg spc pt ap red mec egr uff rag di se sem"
    )
)
"""Titles in capitals or with full stops alone: H.E., but not the family name He."""

GIVEN_TITLES = frozenset(
    words("sir dame lord lady don dona khun datuk dato u daw brother sister father fr sr br")
)
"""Titles that stand before a given name."""

PHRASES = frozenset({"tan sri", "tan seri", "puan sri", "puan seri", "toh puan", "high commissioner"})
"""Titles of two words, of which the first is a name as well."""

COURTESY = frozenset(
    words(
        "mr mrs ms miss mx mme mlle mevr mw dhr frau herrn madame monsieur srta sig sigra dott dottssa mgr prof dr"
    )
)
"""Titles that are no names, behind a family name and before or behind the given one: `Doe Jane Mrs.`, `Doe Dr. Jane`."""

GRADES = frozenset({"first", "second", "class"})
"""Words behind a rank."""

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
    fnp fnpbc agnp agacnp anp pnp whnp pmhnp pmhnpbc acnp cnm cnl cns dnap msnrn rnbc ccm cpn cpnp cen cnor ocn
    lcdc lpcc lpca lisw licsw lcmhc lmfta cswa rdh cda rdms rvt rrt rt mlt mt mls cls emt emtp nrp cst lac dc nd
    pmiacp pmirmp pmipba pspo psm psd pspo1 psm1 spc rte sasm csa acsm cspm acp safe4 cipp cippus cippe cipm cipt fip
    cdpse ccsp ccsk gsec gcih gpen gcfa ccsm cgeit crma ciia cfsa cgap ccsa crcm caams cfcs cmaa cfee cpacc
    acas fcia fia ffa acia cera ea afsp cpb abr crs gri sres srs epro cips ccim sior cre mai
    leedga leedbd wellap fitwel breeam sepro rla caphm pla cphq cphims rhia rhit ccs cpc coc cpma crc
    fache facmpe fapha facog facr facsm fasn fesc fidsa fahs fcps ffpm mrcog mrcpch mrcpsych frcpc frcsc
    bmbch bmbs bdsc bvsc mvb bpharm mpharm bphty bpt mpt dpt mot otd aud ccca slpd bds mds mch dnb
    cpfa fcii acii fcib acib mbiomed mim mib mfin msf mscfe msba mhrm mhrd msod mha mhsa mhi
    msis msit msee mseng meng bceng besc bmath bit bca mca bsee bsme bsce bcompt bacc macc mtax
    llbhons jsd sjd lpa bahons mahons bschons mschons dipl dipll dipling mas cas das emba dess dea daec bts dut hdr
    iso cobit rhce rhcsa lpic lfcs cka cks vcp vcdx mcts mcitp mct mvp ocp oca jncie jncip ccda ccdp
    cmcp cpmai cbrm cbcp mbci cfps cit qep pg pgeo pgp pls rpls
    oxon cantab dunelm edin lond hons itil aws gcp azure safe sap scrum psm ap cdp cdn cde cdces bcadm bcps bccp bcop bcacp cgp cpp aap cca grp wlp acc pcc mcc
    bcc nbcc nbchwc cpcc orscc crcc cvrp clc cltc casl aif cpwa qpfc aams crpc cdfa rma ricp
    rics mciob mice fice mistructe fistructe mimeche fimeche micheme mei fei cmgr fcmi mcmi
    acipr mcipr fcipr mcim fcim mcips fcips aciob mrtpi frtpi friba fraes frss frsb frsc fraeng
    ksc kcsg osj dstj gcsg qgm qpm kpm cgc mc dcm cm oc om onz mnzm onzm am ao ac
    apr aprm pmpr gsec iom crm igp cip cdmp caip ccip cgp ecba cpre
    """
    )
) - frozenset({"safe", "march", "mace", "asp"})

POST_NOMINALS_OR_NAMES = POST_NOMINALS & frozenset(
    words(
        "ab ac ap ai aia al ala am an ao asa ba be beng ca caia cas ceh ceng cima cls coc cre das dc dmin do ea ed fe fei fia fip"
        " fr gan gri ma mai mas mb mc me mei meng mice om osa pa pe peng pla ra re rla rma sb se sior su aud bit cen dea dut"
    )
)
"""Post-nominals that are names too: taken as such in capitals or with full stops alone (Jack Ma; John Smith
MA)."""

DEGREES_IN_ANY_CASE = frozenset(
    words(
        "phd dphil mba emba pmp msc bsc mphil cpa cissp mbbs llm llb pharmd edd dba mtech btech bba bcom phr sphr"
    )
)
"""Post-nominals that are no names however they are written."""

ONE_LETTER = frozenset({"i", "v", "x"})
"""Numbers behind a name that may be initials."""
SUFFIXES = SUFFIX_WORDS - ONE_LETTER
SURE_TITLES = TITLES - TITLES_OR_NAMES
SURE_SUFFIXES = (POST_NOMINALS | SUFFIXES) - POST_NOMINALS_OR_NAMES
NEVER_NAMES = SURE_TITLES | (SUFFIXES - {"filho", "neto", "fils", "pere"}) | {""}
"""Words that alone, or behind a title alone, are no name."""
