"""Local parts that belong to a role or a machine, not to a person.

Source: RFC 2142, and the addresses that companies print on their pages, by language.
"""

__all__ = ["NO_REPLY", "NO_REPLY_DOMAIN", "ROLES"]

_BY_LANGUAGE = {
    "machines": """
        abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp info marketing
        sales support admin administrator root daemon mailer-daemon mailerdaemon nobody noreply
        no-reply no_reply donotreply do-not-reply do_not_reply bounce bounces list listserv
        majordomo subscribe unsubscribe newsletter newsletters notification notifications notify
        alert alerts auto automation bot robot build ci cron dmarc dns tlsrpt domain domains
        hosting host mail email mailbox spam phishing system sysadmin sysop test testing tester
        dev devnull devops developer developers api git svn github monitoring server status
        updates
    """,
    "en: desk, sales, service": """
        hello hi hey contact contacts contactus contact-us enquiries enquiry inquiries inquiry ask
        office frontdesk front-desk reception receptionist desk help helpdesk help-desk service
        services servicedesk service-desk customerservice customer-service customer.service
        customercare customer-care customersupport customer-support customers customer client
        clients clientservices care techsupport tech-support tech technical it itsupport
        it-support feedback questions complaints claims general mailroom sale orders order
        purchase purchasing procurement buyer buyers booking bookings reservations reservation
        reserve quotes quote estimates rfq shop store ecommerce returns shipping logistics
        dispatch warehouse delivery export import wholesale retail partners partner partnerships
        affiliates affiliate reseller resellers vendors vendor suppliers supplier sponsorship
        sponsors advertising ads advertise adops business bizdev bd newbusiness growth leads demo
        trial
    """,
    "en: people, money, law, public": """
        hr humanresources human-resources human.resources people peopleops talent jobs job career
        careers recruiting recruitment recruiter recruiters hiring resume resumes cv apply
        applications internship internships training payroll benefits accounts account accounting
        accountspayable accounts-payable accountsreceivable accounts-receivable billing invoice
        invoices invoicing finance financial payments payment treasury tax audit legal compliance
        privacy gdpr dpo dataprotection data-protection copyright dmca trademark ethics
        whistleblower press media pr publicrelations public-relations communications comms editor
        editorial editors investor investors investorrelations investor-relations ir board
        directors director management manager executive ceo cfo cto coo cio president chairman
        secretary secretariat assistant team staff everyone all all-staff allstaff company
        corporate hq headquarters members member membership community volunteer volunteers donate
        donations fundraising events event conference webinar webinars education learning research
        quality qa safety facilities maintenance operations ops engineering product products
        design web webadmin webteam website social socialmedia blog student students alumni
        admissions registrar library school faculty security-team secure emergency fraud trust
        moderator
    """,
    "de": """
        kontakt anfrage anfragen auskunft buero büro sekretariat empfang zentrale verwaltung
        verkauf vertrieb bestellung bestellungen auftrag auftraege einkauf kundenservice
        kundendienst kundenbetreuung service-center beratung angebot angebote buchhaltung rechnung
        rechnungen rechnungswesen finanzen personal personalabteilung bewerbung bewerbungen
        karriere ausbildung presse pressestelle datenschutz datenschutzbeauftragter recht
        geschaeftsfuehrung geschaeftsleitung vorstand praxis kanzlei werkstatt lager versand
        technik edv hilfe redaktion veranstaltungen reservierung vermietung hausverwaltung
        gemeinde rathaus post poststelle
    """,
    "fr": """
        contactez bonjour accueil renseignements secretariat direction commercial commerciaux
        ventes vente achats achat commandes commande serviceclient service-client service.client
        clientele devis sav assistance comptabilite compta facturation factures facture rh
        ressourceshumaines ressources-humaines recrutement emploi emplois candidature candidatures
        stage stages presse communication juridique rgpd mairie informatique boutique livraison
    """,
    "es, pt": """
        contacto contato hola informacion informacao informacoes informes atencion
        atencionalcliente atencion.cliente atendimento sac recepcion recepcao secretaria
        administracion administracao oficina ventas venta vendas comercial pedidos compras
        presupuestos orcamento orcamentos reservas facturacion faturamento facturas financeiro
        finanzas contabilidad contabilidade tesoreria cobranzas cobranca rrhh recursoshumanos
        recursos.humanos empleo empleos curriculum curriculos vagas trabalheconosco seleccion
        prensa imprensa comunicacion comunicacao juridico legales soporte suporte ayuda ajuda
        gerencia direccion diretoria proteccion-datos ouvidoria
    """,
    "it": """
        contatti informazioni segreteria amministrazione direzione vendite commerciale acquisti
        ordini ufficio ufficioacquisti ufficiotecnico assistenza servizioclienti clienti
        preventivi contabilita fatture fatturazione personale risorseumane lavoro stampa
        ufficiostampa prenotazioni pec magazzino
    """,
    "nl, da, no, sv, fi": """
        receptie verkoop inkoop bestelling bestellingen klantenservice administratie boekhouding
        facturen factuur financien personeel sollicitatie sollicitaties vacatures werkenbij pers
        directie secretariaat salg forsaljning saljare kundservice kundeservice kundtjanst
        bestallning ekonomi okonomi regnskab regnskap bogholderi faktura fakturor jobb rekrytering
        vaxel resepsjon firmapost postmottak myynti asiakaspalvelu toimisto laskut laskutus
        tilaukset rekry talous
    """,
    "cs, sk, pl, hr, ru, hu, ro, tr, el": """
        biuro sprzedaz zamowienia handlowy ksiegowosc faktury rekrutacja praca kadry serwis sklep
        obchod prodej objednavky fakturace ucetni uctarna personalni kariera podpora reklamace
        podatelna obchodne objednavka prodaja narudzbe racunovodstvo posao ured uprava zakupki
        prodazhi buh buhgalteria kadrovik rabota priemnaya zakaz ofis sekretar reklama iroda
        ertekesites szamlazas ugyfelszolgalat allas megrendeles vanzari comenzi contabilitate
        cariere bilgi iletisim satis muhasebe destek insankaynaklari kariyer siparis musteri
        grammateia logistirio poliseis
    """,
}

ROLES = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
"""Local parts, lower case; a `+tag` and digits at the end are cut off before they are looked up."""
NO_REPLY = (
    r"(?:no|donot|do-not|do_not|never)[-_.]?reply|mailer-daemon|bounces?[-+].*|.*\[bot\]|[0-9a-f-]{30,}"
)
"""A pattern of local parts, in lower case, of machines that read no answers."""
NO_REPLY_DOMAIN = r"(?:^|\.)no-?reply\."
"""A pattern of their domains."""
