"""What profiles, files and exports put around a name. Folded, without hyphens."""

from guessmail.data.rows import words

__all__ = [
    "ADDRESSED",
    "COUPLES",
    "DECORATIONS",
    "DECORATION_PARTS",
    "DETERMINERS",
    "FAMILIES",
    "FILE_ENDINGS",
    "FILE_WORDS",
    "PROFILE_SITES",
]

DECORATIONS = frozenset(
    words(
        """
    status online offline reachable premium linkedin github gitlab facebook instagram twitter whatsapp skype
    profile profiles profil profilbild profils perfil perfis profilo profiel profili profiili opentowork
    hiring connection connections verified verifiziert view views follower followers follow mutual degree
    kontakt kontakte grades grads relation contacto contacto conexion conexiones conexoes collegamento collegamenti
    verbindung verbindungen anzeigen ansehen voir vedi bekijk visa picture photo foto avatar headshot
    influencer topvoice member mitglied membre miembro membro networker lion message nachricht senden
    bewerbung bewerbungsunterlagen bewerbungsmappe bewerbungsschreiben anschreiben motivationsschreiben lebenslauf
    kurzprofil beraterprofil zeugnis zeugnisse arbeitszeugnis cv resume resumee curriculum curriculo vitae coverletter
    letter candidature lettre motivation hoja zyciorys zivotopis oneletrajz ansioluettelo meritforteckning
    ozgecmis anagrafica rezyume rezume referenz referenzen references portfolio application applicant bewerber
    bewerberin bewerberprofil signature unterschrift kandidatenprofil candidat candidato candidata
    dossier attachment anhang anlage vcard vcf visitenkarte businesscard contactcard
    hiring seeking jobsuchend jobsuche arbeitssuchend available verfugbar opportunities opportunity recrute
    neues busco emprego empleo lavoro work arbeit travail trabajo trabalho
    connect invite ansprechpartner ansprechpartnerin kontaktperson contactpersoon interlocuteur attn attention zhd
    fao handen haenden lattention atencion ext extern externe externer external prestataire ctr civ adm
    dear hello geehrte geehrter bonjour hola estimado estimada
    fullname vorname nachname nombre
    away busy active aktiv inactive unavailable dnd invisible
    """
    )
)
"""Words that are no part of a name where they stand before or behind a whole one."""

DECORATION_PARTS = frozenset(
    words(
        """
    vida vitae vita ver is ist est esta e are am open offen ouvert ouverte abierto abierta aperta aperto to zu a for fur
    job jobs looking actively new neue neuer suche cherche cerco top voice out of in on via the my your mein dein meu mi
    mon ma la le el il o von van de di do da af av om letter cover from by name named contact candidate first
    second third liebe lieber cher chere beste kaere cara caro name nom nome sehr hi person with erster zweiter dritter
    last seen now just currently at st nd rd th level niveau grado grau
    grade grad has have a an en et und and y
    """
    )
)
"""Words that stand beside those."""

ADDRESSED = r"^(?:[cC]/[oO]|[aA]/[aA]|[zZ]\. ?[hH]d\.|zu Hd\.|[tT]\.a\.v\.|[pi]\. ?[AV]\.|ppa?\.|[aA]ttn?\.):?\s+|\s+[cC]/[oO]\s.*$|[/_]+(?i:ext|ctr)\.?$"
"""How a letter says whom it is for, or who signs for another, before a name (c/o, z. Hd., t.a.v., Att., p. A., i. V., ppa.); a
host or a mark behind it: Jane Doe c/o Acme, Jane Doe/EXT."""

FILE_ENDINGS = words(
    "pdf doc docx odt rtf txt pages md html htm vcf jpg jpeg png gif webp zip msg eml tex ppt pptx xls xlsx"
)
FILE_WORDS = frozenset(
    words(
        """
    final finale draft entwurf version kopie copy copie copia neu new updated aktuell update scan scanned signed en de
    fr es it pt nl us uk eng ger deu english deutsch german french francais espanol ingles englisch kurz short long
    lang full complete komplett januar februar marz april mai juni juli august september oktober november dezember
    january february march may june july october december jan feb mar apr jun jul aug sep sept oct okt nov dec dez
    v
    """
    )
)
"""Words of a file's name that are none of its person's, at its end."""

PROFILE_SITES = (
    r"(?:linkedin\.com/(?:in|pub)|xing\.com/(?:profile|profiles|people)|(?:^|[\s(])/?in)/([^/?#\s()]+)"
)
"""The address of a profile, whose last part is a name: linkedin.com/in/jane-doe-12345678."""

DETERMINERS = frozenset(
    words("very most the his her your their your son sa su sua seine ihre seiner ihrer il la le el")
)
"""Words before a title: The Hon., Her Excellency."""

COUPLES = frozenset(
    words(
        """
    mr mrs ms miss mister dr herr frau herrn hr fr familie monsieur m madame mme mlle sr sra senor senora sig signora
    signor sigra senhor senhora dhr mevr mw heer mevrouw fru herra rouva pan pani pana
    """
    )
)
"""Forms of address of which two make a couple: Mr. and Mrs. Doe."""

FAMILIES = frozenset(
    words("family familie eheleute ehepaar famille familia famiglia familien familjen perhe rodina")
)
"""Words that make several people of a family name."""
