"""Who runs a domain's mail and what for, by the registrable domain of its MX hosts; a longer row below it wins.

Source: the providers' own pages on how to set MX records or name servers, collected in 2026.
"""

__all__ = ["MAIL_PROVIDERS", "PARKING", "SERVICES", "SERVICE_WORDS"]

_SES_REGIONS = (
    "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1 "
    "eu-north-1 eu-south-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-northeast-1 "
    "ap-northeast-2 ap-northeast-3 sa-east-1 il-central-1 me-south-1 af-south-1 "
)

_HOSTS = {
    "mailbox": {  # where the mailboxes are
        "google": "google.com googlemail.com smtp.goog",
        "microsoft365": (
            "mail.protection.outlook.com mx.microsoft mail.eo.outlook.com mail.protection.office365.us "
            "mail.protection.partner.outlook.cn frontbridge.com messaging.microsoft.com "
        ),
        "outlook": "outlook.com hotmail.com",
        "apple": "icloud.com apple.com",
        "yahoo": "yahoodns.net yahoo.com",
        "aol": "aol.com",
        "amazon_workmail": "awsapps.com",
        "mailcow": "mailcow.email",
        "zoho": (
            "zoho.com zoho.eu zoho.in zoho.com.au zoho.com.cn zoho.jp zohomail.com zohomail.eu zohocloud.ca "
            "zoho.sa "
        ),
        "fastmail": "messagingengine.com fastmail.com",
        "proton": "protonmail.ch proton.me protonmail.com",
        "tuta": "tutanota.de tutao.de tuta.com",
        "rackspace": "emailsrvr.com",
        "intermedia": "serverdata.net intermedia.net",
        "godaddy": "secureserver.net",
        "titan": "titan.email",
        "neo": "neo.space",
        "namecheap": "privateemail.com registrar-servers.com",
        "hostinger": "hostinger.com hostinger.in main-hosting.eu",
        "ionos": (
            "ionos.com ionos.de ionos.co.uk ionos.es ionos.fr ionos.it 1and1.com 1and1.co.uk 1and1.es "
            "1and1.fr kundenserver.de perfora.net schlund.de ui-dns.com "
        ),
        "strato": "strato.de rzone.de",
        "ovh": "ovh.net ovh.com ovh.ca",
        "gandi": "gandi.net",
        "infomaniak": "infomaniak.ch infomaniak.com",
        "hostpoint": "hostpoint.ch",
        "cyon": "cyon.ch",
        "mailbox_org": "mailbox.org heinlein-support.de",
        "posteo": "posteo.de",
        "hetzner": "your-server.de hetzner.com hetzner.de",
        "allinkl": "kasserver.com",
        "domainfactory": "ispgateway.de df.eu",
        "hosteurope": "hosteurope.de",
        "mittwald": "mittwald.de agenturserver.de",
        "manitu": "manitu.net",
        "netcup": "netcup.net netcup.de",
        "one_com": "one.com b-one.net",
        "simply": "simply.com unoeuro.com",
        "loopia": "loopia.se",
        "domeneshop": "domeneshop.no",
        "transip": "transip.email transip.nl transip.net",
        "mijndomein": "mijndomein.nl metaregistrar.com",
        "combell": "combell.com combell.net mailprotect.be",
        "aruba": "aruba.it arubabusiness.it pec.it",
        "register_it": "register.it",
        "seeweb": "seeweb.it",
        "arsys": "arsys.es servidoresdns.net",
        "dinahosting": "dinahosting.com",
        "amen": "amen.fr amen.pt amenworld.com",
        "home_pl": "home.pl",
        "nazwa": "nazwa.pl",
        "zenbox": "zenbox.pl",
        "active24": "active24.cz active24.com",
        "forpsi": "forpsi.com",
        "wedos": "wedos.net wedos.com",
        "seznam": "seznam.cz",
        "yandex": "yandex.net yandex.ru",
        "mail_ru": "mail.ru",
        "beget": "beget.com beget.ru beget.tech",
        "timeweb": "timeweb.ru",
        "nic_ru": "nic.ru",
        "ukraine_com_ua": "ukraine.com.ua",
        "tencent": "qq.com",
        "netease": "netease.com 163.com qiye163.com",
        "alibaba": "mxhichina.com aliyun.com alibaba-inc.com hichina.com",
        "feishu": "feishu.cn larksuite.com",
        "naver": "naver.com worksmobile.com",
        "kakao": "kakao.com daum.net hanmail.net",
        "hiworks": "hiworks.co.kr",
        "daou": "daouoffice.com",
        "sakura": "sakura.ne.jp",
        "xserver": "xserver.jp",
        "lolipop": "lolipop.jp",
        "onamae": "gmoserver.jp",
        "kagoya": "kagoya.net",
        "rediff": "rediffmailpro.com",
        "bluehost": "bluehost.com",
        "hostgator": "hostgator.com websitewelcome.com",
        "dreamhost": "dreamhost.com",
        "siteground": "sgvps.net siteground.com siteground.biz mailspamprotection.net",
        "a2hosting": "a2hosting.com",
        "inmotion": "inmotionhosting.com",
        "network_solutions": "netsolmail.net myregisteredsite.com hostedemail.com",
        "opensrs": "hostedemail.net",
        "name_com": "name.com",
        "hover": "hover.com",
        "pair": "pair.com",
        "crazydomains": "crazydomains.com",
        "ventraip": "syrahost.com ventraip.net.au",
        "afrihost": "aserv.co.za",
        "xneelo": "host-h.net xneelo.com",
        "locaweb": "locaweb.com.br",
        "umbler": "umbler.com",
        "kinghost": "kinghost.net",
        "uolhost": "uhserver.com uol.com.br",
        "runbox": "runbox.com",
        "migadu": "migadu.com",
        "mxroute": "mxroute.com mxlogin.com mxrouting.net",
        "purelymail": "purelymail.com",
        "mailfence": "mailfence.com",
        "startmail": "startmail.com",
        "soverin": "soverin.net",
        "kolab": "kolabnow.com",
        "hey": "hey.com",
        "atmail": "atmail.com atmailcloud.com",
        "polarismail": "emailarray.com polarismail.com",
        "greatmail": "greatmail.com",
        "luxsci": "luxsci.com",
        "carrierzone": "carrierzone.com",
        "open_xchange": "open-xchange.com",
        "ntt": "ocn.ad.jp ntt.com bizmw.com",
        "telekom": "t-online.de telekom.de",
        "vodafone": "vodafonemail.de vodafone-ip.de",
        "orange": "orange.fr wanadoo.fr oleane.net orange-business.com",
        "swisscom": "bluewin.ch swisscom.com swisscom.ch",
        "bt": "btinternet.com bt.com",
        "kpn": "kpnmail.nl kpnxchange.com",
        "telenet": "telenet.be telenet-ops.be",
        "comcast": "comcast.net",
        "cox": "cox.net",
    },
    "gateway": {  # filters and relays in front of the server with the mailboxes; the last six serve universities
        "proofpoint": "pphosted.com ppe-hosted.com gpphosted.com ppops.net proofpoint.com",
        "mimecast": "mimecast.com mimecast.co.za mimecast-offshore.com mimecast.us",
        "barracuda": "barracudanetworks.com cudaops.com",
        "cisco": "iphmx.com ironport.com",
        "messagelabs": "messagelabs.com",
        "trendmicro": "trendmicro.com trendmicro.eu trendmicro.co.jp in-hosted.com",
        "forcepoint": "mailcontrol.com forcepoint.com websense.net",
        "sophos": "sophos.com reflexion.net",
        "trellix": "fireeyecloud.com fireeyegov.com mxlogic.net mcafee.com trellix.com",
        "fortinet": "fortimailcloud.com fortinet.com fortimail.com",
        "hornetsecurity": (
            "hornetsecurity.com hornetsecurity.net antispameurope.com antispameurope.net spamina.com "
            "everycloudtech.com zerospam.ca hornetsecurity.ca "
        ),
        "vade": "vadesecure.com vade-retro.com vadecloud.com",
        "mailinblack": "mailinblack.com",
        "spamexperts": "antispamcloud.com spamexperts.com spamexperts.net spamexperts.eu simplyspamfree.com",
        "n_able": "mailspamprotection.com solarwindsmsp.com n-able.com",
        "mailguard": "mailguard.com.au",
        "mailroute": "mailroute.net",
        "appriver": "arsmtp.com appriver.com",
        "zix": "zixmail.net zixcorp.com",
        "zivver": "zivver.com",
        "retarus": "retarus.com retarus.net retarus.de",
        "eset": "eset.com",
        "libraesva": "libraesva.com esvacloud.com",
        "spamtitan": "spamtitan.com titanhq.com",
        "checkpoint": "checkpointcloudsec.com avanan.com",
        "perception_point": "perception-point.io",
        "mailchannels": "mailchannels.net",
        "nospamproxy": "nospamproxy.com nospamproxy.de",
        "altospam": "altospam.com",
        "oktey": "oktey.com",
        "cleanmail": "cleanmail.ch cleanmail.eu",
        "seppmail": "seppmail.cloud seppmail.com",
        "staysecure": "staysecure.de",
        "duocircle": "duocircle.com phishprotection.com",
        "excello": "virusfree.cz",
        "fusemail": "fusemail.net mailanyone.net electric.net",
        "topsec": "topsec.com",
        "heluna": "heluna.com",
        "dfn": "dfn.de",
        "surf": "surf.net surfnet.nl surfmailfilter.nl",
        "renater": "renater.fr",
        "jisc": "ja.net jisc.ac.uk",
        "switch": "switch.ch",
        "uninett": "uninett.no sikt.no",
    },
    "forwarder": {  # forwarders to mailboxes elsewhere
        "cloudflare": "cloudflare.net cloudflare.com cloudflare-email.net",
        "improvmx": "improvmx.com",
        "forwardemail": "forwardemail.net",
        "simplelogin": "simplelogin.co",
        "addy": "anonaddy.me addy.io",
        "pobox": "pobox.com",
    },
    "application": {  # programs that receive mail
        "amazon_ses": " ".join(f"inbound-smtp.{region}.amazonaws.com" for region in _SES_REGIONS.split()),
        "mailgun": "mailgun.org mailgun.com",
        "sendgrid": "sendgrid.net",
        "sparkpost": "sparkpostmail.com",
        "postmark": "postmarkapp.com",
        "mandrill": "mandrillapp.com",
        "mailjet": "mailjet.com",
        "zendesk": "zendesk.com",
        "freshdesk": "freshdesk.com freshemail.io",
        "salesforce": "salesforce.com exacttarget.com",
        "hubspot": "hubspot.com hubspotemail.net",
        "squarespace": "squarespace.com squarespace-mail.com",
        "wix": "wixdns.net wix.com",
    },
}

MAIL_PROVIDERS: dict[str, str] = {
    host: name for providers in _HOSTS.values() for name, hosts in providers.items() for host in hosts.split()
}
"""Domain, in A-labels -> the provider's short name."""

SERVICES: dict[str, str] = {name: service for service, providers in _HOSTS.items() for name in providers}
"""Provider -> what its mail servers do: `mailbox`, `gateway`, `forwarder` or `application`."""

SERVICE_WORDS = {
    "mailbox": "holds the mailboxes",
    "gateway": "a gateway in front of the mailboxes",
    "forwarder": "forwards to mailboxes elsewhere",
    "application": "a program that receives mail",
}
"""The same for people."""

PARKING = frozenset(
    (
        "above.com abovedomains.com afternic.com bodis.com brandbucket.com cashparking.com dan.com domainmarket.com "
        "dsredirection.com eftydns.com fabulous.com fastpark.net hugedomains.com namebrightdns.com namedrive.com "
        "parked.com parkingcrew.net parklogic.com rookdns.com sedoparking.com smartname.com undeveloped.com "
        "uniregistrymarket.link voodoo.com"
    ).split()
)
"""Registrable domains of the name servers, mail servers and aliases of services that park domains for sale."""
