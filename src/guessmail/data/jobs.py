"""Words of jobs, in the languages of Europe, as they stand before and behind names without a mark between.

Collected by hand from the occupations of ESCO (the European Commission's classification) and from what profiles and
signatures say. Folded, without hyphens. Jobs that are family names as well (Baker, Judge, Koch, Richter) are left out.
"""

from guessmail.data.rows import words

__all__ = ["JOBS", "JOB_ENDINGS", "JOB_PARTS"]

JOBS = frozenset(
    words(
        """
    ceo cto cfo coo cio cmo cso ciso chro cpo cro cdo cco vp svp evp avp hrbp founder cofounder partner owner manager managers
    director directors officer president recruiter recruiters recruitment recruiting headhunter sourcer consultant
    consultants engineer engineers developer developers programmer designer analyst scientist researcher architect
    administrator assistant secretary receptionist accountant auditor controller bookkeeper treasurer economist actuary
    lawyer attorney solicitor barrister paralegal notary advocate counsel physician surgeon dentist nurse midwife
    therapist psychologist psychotherapist psychiatrist physiotherapist pharmacist veterinarian paramedic cardiologist
    radiologist pediatrician dermatologist neurologist oncologist nutritionist dietitian counselor counsellor teacher
    lecturer professor instructor trainer tutor educator principal student students phd postdoc postdoctoral fellow
    candidate undergraduate graduate intern trainee apprentice freelancer freelance contractor entrepreneur investor
    advisor adviser strategist specialist expert evangelist coordinator supervisor superintendent planner buyer
    salesman saleswoman salesperson realtor merchandiser copywriter journalist editor writer author blogger
    photographer videographer filmmaker illustrator animator musician translator interpreter electrician plumber
    mechanic technician technologist operator inspector firefighter policeman detective soldier veteran retired chef
    waiter waitress bartender barista sommelier hairdresser cleaner caretaker janitor geologist biologist chemist
    physicist mathematician statistician astronomer librarian curator historian archaeologist sociologist
    ambassador chairman chairwoman chairperson executive employee staff associate representative webmaster sysadmin
    scrum sigma certified agile devops sre marketing acquisition procurement logistics compliance engineering speaker
    volunteer politician councillor activist influencer creator streamer podcaster youtuber
    geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrender geschaftsfuhrende gf inhaber inhaberin grunder grunderin
    prokurist prokuristin leiterin vorstand vorstandin vorsitzender vorsitzende aufsichtsrat beraterin berater
    ingenieur ingenieurin entwickler entwicklerin informatiker informatikerin rechtsanwalt rechtsanwaltin notarin
    steuerberater steuerberaterin wirtschaftsprufer arzt arztin zahnarzt zahnarztin facharzt facharztin apothekerin
    lehrerin dozentin wissenschaftler wissenschaftlerin doktorand doktorandin werkstudent werkstudentin auszubildender
    auszubildende azubi praktikant praktikantin sachbearbeiter sachbearbeiterin kauffrau bankkaufmann industriekaufmann
    assistentin assistenz sekretarin sekretariat mitarbeiter mitarbeiterin angestellter angestellte selbstandig
    selbststandig freiberufler freiberuflerin disponent disponentin referent referentin redakteur redakteurin
    ubersetzer ubersetzerin gesellschafter gesellschafterin personalreferent personalreferentin vertrieb einkauf
    einkaufer einkauferin verkaufer verkauferin techniker technikerin elektriker mechatroniker architektin
    psychologin therapeut therapeutin physiotherapeut physiotherapeutin heilpraktiker heilpraktikerin krankenschwester
    pflegefachkraft erzieher erzieherin studentin schulerin rentner rentnerin pensionar
    pdg drh daf dsi rh directeur directrice gerant gerante fondateur fondatrice cofondateur cofondatrice associee
    president presidente developpeur developpeuse ingenieure avocat avocate medecin infirmier infirmiere chercheur
    chercheuse enseignant enseignante professeur professeure etudiant etudiante stagiaire alternant alternante
    comptable assistante secretaire recruteur recruteuse responsable charge chargee redacteur redactrice
    commerciale conseiller conseillere consultante graphiste independant independante architecte notaire
    pharmacien pharmacienne psychologue kinesitherapeute retraite formateur formatrice
    gerente jefe jefa director directora fundador fundadora cofundador socia ingeniero ingeniera abogado abogada
    medico medica enfermero enfermera profesor profesora docente estudiante becario becaria contador contadora
    contable consultor consultora desarrollador desarrolladora programador programadora disenador disenadora
    analista coordinador coordinadora reclutador reclutadora vendedor vendedora asesor asesora encargado encargada
    administrador administradora secretaria periodista arquitecto arquitecta psicologo psicologa autonomo autonoma
    empresario empresaria presidenta vicepresidente tecnico tecnica investigador investigadora
    direttore direttrice amministratore amministratrice fondatore fondatrice titolare responsabile ingegnere
    avvocato avvocata medico infermiere infermiera insegnante docente studente studentessa stagista consulente
    impiegato impiegata sviluppatore progettista commercialista ragioniere geometra architetto giornalista
    ricercatore ricercatrice dottorando dottoranda venditore venditrice imprenditore imprenditrice
    diretor diretora engenheiro engenheira advogado advogada enfermeiro enfermeira estudante estagiario estagiaria
    contador desenvolvedor desenvolvedora consultor recrutador recrutadora vendedor assessor assessora jornalista
    pesquisador pesquisadora empresario empreendedor empreendedora coordenador coordenadora socio
    oprichter eigenaar eigenaresse directeur bestuurder adviseur adviseuse ontwikkelaar medewerker medewerkster
    verkoper verkoopster advocaat huisarts tandarts verpleegkundige leraar lerares docent stagiair stagiaire
    boekhouder onderzoeker ondernemer zzper werkvoorbereider projectleider teamleider
    direktor direktorin direktor direktoer daglig grunnlegger grundare grundlaegger radgiver radgivare konsult
    konsulent utvikler utvecklare udvikler saljare selger saelger ingenjor ingenior ingenjor larare laerer forsker
    forskare jurist advokat lakare laege sjukskoterska sygeplejerske sykepleier studerande projektleder
    prosjektleder projektledare avdelingsleder afdelingsleder toimitusjohtaja johtaja myyntipaallikko paallikko
    insinoori asiantuntija kehittaja opettaja opiskelija tutkija yrittaja asianajaja laakari sairaanhoitaja
    dyrektor prezes kierownik kierowniczka inzynier specjalista specjalistka wlasciciel wlascicielka zalozyciel
    doradca handlowiec prawnik radca lekarz nauczyciel nauczycielka ksiegowa ksiegowy programista programistka
    asystent asystentka rekruter rekruterka konsultant konsultantka przedstawiciel menedzer
    reditel reditelka jednatel jednatelka vedouci inzenyr vyvojar obchodnik ucetni advokatka lekar lekarka ucitel
    ucitelka riaditel riaditelka konatel vlastnik majitel majitelka zakladatel
    direktorica inzenjer programer odvjetnik odvjetnica pravnik vlasnik osnivac savjetnik menadzer voditelj
    voditeljica lijecnik profesorica menedzher menedzherka rukovoditel inzhener razrabotchik yurist vrach uchitel
    ugyvezeto igazgato mernok fejleszto ugyved orvos tanar mudur muhendis avukat ogretmen uzmani mimar doktor
    """
    )
)
"""Words that say a job by themselves, and are hardly ever names."""

JOB_PARTS = frozenset(
    words(
        """
    head lead leader chief senior junior sr jr vice deputy general managing global regional national international
    country area district key account accounts customer client clients product project program programme software
    hardware data cloud web mobile app frontend backend fullstack full stack ux ui it hr ta pr pm po md qa r&d sales
    business people talent human resources resource team group operations operation finance financial legal
    communications communication digital content social media creative art graphic brand growth partnerships
    network networks security system systems service services support success research development learning
    strategy strategic commercial industrial technical technology tech innovation quality risk tax audit payroll
    property estate real retail supply chain production manufacturing process plant site field office front desk
    medical clinical health care nursing mental public private corporate investor relations affairs policy
    executive acting interim former ex assistant emea apac dach latam uk us usa europe asia america africa india
    germany france spain italy international worldwide at of for and & und et y e the in with to is are we im
    licensed registered chartered professional master lean six green black yellow belt level
    board member non independent personal virtual principal staff full part time remote onsite hybrid
    coach coaching mentor training trainer hiring staffing sourcing search artificial intelligence ai machine
    ml science computer information mechanical electrical civil chemical biomedical environmental structural
    pastry sous line head kitchen flight police fire school high primary university college
    vertriebs marketing leiter leitung abteilung bereich technischer technische kaufmannischer kaufmannische
    stellvertretender stellvertretende wissenschaftliche wissenschaftlicher personal
    de du des la le les d del della dei di da do dos das van voor von fur for en em na no w z i
    general adjoint adjointe comptabilite projet projets produit ventes achats clientele commercial marketing
    grands comptes ressources humaines humanas humanos recursos recherche developpement informatique
    ventas compras proyectos proyecto producto operaciones comercial finanzas vendas compras projetos
    vendite acquisti progetti progetto risorse umane delegato delegata unico socio
    verkoop inkoop salg forsaljning innkjop okonomi ekonomi
    """
    )
)
"""Words that stand beside those, and make a job of what begins with them and holds one: Head of Sales, Senior Buyer."""

JOB_ENDINGS = (
    "sleiter", "sleiterin", "ktleiter", "ktleiterin", "teamleiter", "teamleiterin", "bauleiter", "bauleiterin", "alleiter",
    "alleiterin", "leitung", "ingenieur", "ingenieurin", "beraterin", "berater", "manager", "managerin",
    "direktor", "direktorin", "entwickler", "entwicklerin", "referent", "referentin", "kauffrau", "kaufmann",
    "beauftragter", "beauftragte", "assistentin", "assistenz", "fuhrerin", "spezialist", "spezialistin", "techniker",
    "technikerin", "redakteur", "redakteurin", "vertreterin", "konsulent", "koordinator", "koordinatorin", "wissenschaftler",
    "therapeutin", "therapeut", "sekretarin", "anwalt", "anwaltin", "prufer", "pruferin", "medewerker", "adviseur",
    "sjef", "salgschef", "leder", "ingenior", "ingenjor", "konsult", "ansvarlig", "ansvarig", "radgiver", "radgivare",
    "medarbeider", "medarbetare", "paallikko", "johtaja", "insinoori",
)  # fmt: skip
"""Endings of words of nine letters and more that say a job in German, Dutch and the Nordic languages: Vertriebsleiterin, Projektingenieur."""
