"""Domains at which anybody can have a mailbox: an address there names no employer.

Source: the providers' own sign-up pages and help pages, collected in 2026; spelled in A-labels.
"""

__all__ = ["MAILBOX_PROVIDERS", "MISTYPED", "NO_SLIPS", "USUAL_TOPS"]

_BY_REGION = {
    "worldwide": """
        gmail.com googlemail.com outlook.com outlook.at outlook.be outlook.cl outlook.co.id
        outlook.co.th outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.tr
        outlook.com.vn outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu
        outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph
        outlook.pt outlook.sa outlook.sg outlook.sk hotmail.com hotmail.at hotmail.be hotmail.ca
        hotmail.ch hotmail.co.il hotmail.co.jp hotmail.co.nz hotmail.co.th hotmail.co.uk
        hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.tr hotmail.cz hotmail.de
        hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it hotmail.nl
        hotmail.no hotmail.se hotmail.sg live.com live.at live.be live.ca live.cl live.cn
        live.co.uk live.co.za live.com.ar live.com.au live.com.mx live.com.my live.com.pt
        live.com.sg live.de live.dk live.fi live.fr live.hk live.ie live.in live.it live.jp
        live.nl live.no live.ru live.se msn.com windowslive.com passport.com icloud.com me.com
        mac.com yahoo.com yahoo.at yahoo.be yahoo.ca yahoo.cl yahoo.co.id yahoo.co.il yahoo.co.in
        yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com.ar
        yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my
        yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.cz
        yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it
        yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se ymail.com rocketmail.com aol.com
        aol.co.uk aol.de aol.fr aol.it aim.com love.com verizon.net
    """,
    "independent": """
        proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com
        tuta.com tuta.io keemail.me fastmail.com fastmail.fm fastmail.net fastmail.org
        fastmail.co.uk sent.com hey.com hushmail.com hush.com mailfence.com mailbox.org posteo.de
        posteo.net posteo.eu posteo.org runbox.com startmail.com disroot.org riseup.net
        countermail.com ctemplar.com kolabnow.com vivaldi.net skiff.com zohomail.com zohomail.eu
        zohomail.in zoho.com duck.com simplelogin.com mozmail.com autistici.org systemli.org
        elude.in cock.li onmail.com mail.com email.com usa.com consultant.com engineer.com
        europe.com post.com writeme.com iname.com myself.com dr.com cheerful.com techie.com
        lycos.com excite.com inbox.com gawab.com juno.com netzero.net netzero.com rediffmail.com
        rediff.com sify.com indiatimes.com
    """,
    "de, at, ch": """
        gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.org gmx.eu gmx.us gmx.co.uk gmx.fr gmx.info
        web.de email.de freenet.de t-online.de magenta.de arcor.de vodafone.de vodafonemail.de
        1und1.de online.de onlinehome.de alice.de alice-dsl.net o2online.de o2mail.de kabelmail.de
        unitybox.de netcologne.de ewetel.net ewe.net versanet.de mail.de firemail.de lycos.de
        epost.de aon.at chello.at utanet.at inode.at liwest.at a1.net kabsi.at drei.at bluewin.ch
        bluemail.ch hispeed.ch sunrise.ch swissonline.ch quickline.ch tiscalinet.ch
    """,
    "fr, be, nl, lu": """
        orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr aliceadsl.fr
        club-internet.fr numericable.fr cegetel.net noos.fr voila.fr 9online.fr libertysurf.fr
        caramail.com ik.me infomaniak.com ziggo.nl home.nl kpnmail.nl kpnplanet.nl planet.nl
        hetnet.nl xs4all.nl upcmail.nl chello.nl casema.nl quicknet.nl tele2.nl telfort.nl
        online.nl solcon.nl zonnet.nl telenet.be skynet.be proximus.be scarlet.be pandora.be
        voo.be base.be belgacom.net pt.lu
    """,
    "gb, ie": """
        btinternet.com btopenworld.com talk21.com sky.com talktalk.net tiscali.co.uk
        virginmedia.com virgin.net blueyonder.co.uk ntlworld.com plus.com plusnet.com o2.co.uk
        orange.net freeserve.co.uk fsmail.net lineone.net eircom.net
    """,
    "it, es, pt, gr": """
        libero.it virgilio.it alice.it tim.it tin.it tiscali.it fastwebnet.it inwind.it iol.it
        email.it poste.it aruba.it teletu.it vodafone.it hotmail.com.it telefonica.net movistar.es
        terra.es ono.com ya.com wanadoo.es euskaltel.net jazzfree.com sapo.pt clix.pt iol.pt
        netcabo.pt mail.pt portugalmail.pt otenet.gr forthnet.gr in.gr mail.gr
    """,
    "se, no, dk, fi, is": """
        telia.com bredband.net bredband2.com comhem.se spray.se tele2.se glocalnet.net mail.dk
        tdcadsl.dk stofanet.dk youmail.dk jubii.dk ofir.dk online.no broadpark.no getmail.no
        c2i.net start.no frisurf.no kolumbus.fi elisanet.fi pp.inet.fi luukku.com suomi24.fi
        saunalahti.fi simnet.is internet.is
    """,
    "central and eastern europe": """
        seznam.cz email.cz post.cz centrum.cz volny.cz atlas.cz tiscali.cz zoznam.sk azet.sk
        centrum.sk post.sk wp.pl o2.pl tlen.pl onet.pl onet.eu op.pl poczta.onet.pl vp.pl
        interia.pl interia.eu interia.com gazeta.pl poczta.fm go2.pl autograf.pl buziaczek.pl
        freemail.hu citromail.hu t-online.hu indamail.hu vipmail.hu abv.bg mail.bg dir.bg gbg.bg
        inbox.lv inbox.lt mail.ee hot.ee online.ee net.hr inet.hr siol.net mail.ru list.ru bk.ru
        inbox.ru internet.ru xmail.ru yandex.ru yandex.com yandex.by yandex.kz yandex.ua ya.ru
        narod.ru rambler.ru lenta.ru ro.ru autorambler.ru myrambler.ru ukr.net i.ua meta.ua
        bigmir.net tut.by mail.kz
    """,
    "us, ca": """
        comcast.net xfinity.com att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net
        swbell.net flash.net prodigy.net charter.net spectrum.net rr.com roadrunner.com twc.com
        cox.net earthlink.net mindspring.com optonline.net optimum.net frontier.com
        frontiernet.net centurylink.net centurytel.net embarqmail.com windstream.net q.com
        suddenlink.net cableone.net mediacombb.net wowway.com rcn.com tds.net peoplepc.com
        fuse.net hughes.net netscape.net netscape.com rogers.com bell.net sympatico.ca shaw.ca
        telus.net videotron.ca cogeco.ca eastlink.ca sasktel.net mts.net distributel.net
    """,
    "latin america": """
        uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br r7.com
        zipmail.com.br prodigy.net.mx infinitum.com.mx fibertel.com.ar arnet.com.ar ciudad.com.ar
        speedy.com.ar terra.com vtr.net une.net.co cantv.net adinet.com.uy
    """,
    "asia and pacific": """
        qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com sina.com
        sina.cn vip.sina.com sohu.com tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com alimail.com
        netease.com naver.com hanmail.net daum.net kakao.com nate.com korea.com empas.com
        docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ybb.ne.jp nifty.com
        biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp excite.co.jp infoseek.jp goo.jp
        pchome.com.tw hinet.net seed.net.tw netvigator.com singnet.com.sg starhub.net.sg
        pacific.net.sg bigpond.com bigpond.net.au optusnet.com.au iinet.net.au westnet.com.au
        tpg.com.au internode.on.net dodo.com.au ozemail.com.au adam.com.au exemail.com.au
        xtra.co.nz slingshot.co.nz vodafone.co.nz orcon.net.nz walla.com walla.co.il
        netvision.net.il bezeqint.net 012.net.il zahav.net.il mynet.com ttmail.com superonline.com
        emirates.net.ae
    """,
    "africa": """
        webmail.co.za mweb.co.za telkomsa.net vodamail.co.za iafrica.com
    """,
    "societies and alumni": """
        acm.org ieee.org computer.org alum.mit.edu post.harvard.edu aya.yale.edu
        users.noreply.github.com users.sourceforge.net linux.com
    """,
}

MAILBOX_PROVIDERS = frozenset(word for words in _BY_REGION.values() for word in words.split())
"""Registrable domains, and a few hosts below one, of providers of personal mailboxes."""

MISTYPED = """
    example.com gmail.com googlemail.com hotmail.com icloud.com outlook.com protonmail.com yahoo.com linkedin.com
    microsoft.com hotmail.co.uk yahoo.co.uk
""".split()
"""Domains that are mistyped often; to look for slips of others, or of shorter ones, would accuse too many companies."""
NO_SLIPS = frozenset(
    "example.com linkedin.com microsoft.com cloud.com email.com examples.com samples.com outlooks.com linked.com".split()
)
"""These themselves, and others that differ from one of them by a letter."""
USUAL_TOPS = "com org net edu gov info biz test de fr it nl es uk ch at".split()
"""The top-level domains that unknown ones are taken for."""
