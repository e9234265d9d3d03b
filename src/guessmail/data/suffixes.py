"""Common public suffixes, so that `acme.com` and `acme.co.uk` are settled without the whole list.

Source: the ICANN section of the Public Suffix List (publicsuffix.org, MPL-2.0), version 2026-10-23. A test
compares the rows with the list that is installed. What stands in no row is left to `publicsuffixlist`.
"""

__all__ = ["DEEP", "FLAT", "NOT_PUBLIC", "PRIVATE", "RESERVED", "SECOND_LEVEL"]

_FLAT = """
    com net org info biz eu de nl ch lu dk si is dev app tech cloud online site xyz shop store agency
    group company consulting digital media email work jobs careers solutions services software systems
    studio design world global international network health capital finance energy law legal gmbh berlin
    london paris tv cc ru li tel mobi edu gov mil asia cat test example invalid local internal
"""
FLAT = frozenset(_FLAT.split())
"""Top-level domains without suffixes below them; the last row is reserved (RFC 2606, RFC 6761) or private."""
RESERVED = frozenset(("test", "example", "invalid", "localhost", "local", "internal"))
"""Top-level domains that nobody can register below (RFC 2606, RFC 6761, RFC 6762)."""
NOT_PUBLIC = frozenset("local localhost localdomain internal lan home invalid arpa onion".split())
"""Top labels that lead to no mail server of a company (RFC 6761, RFC 6762, RFC 8375, RFC 9476)."""

SECOND_LEVEL: dict[str, str] = {
    "fr": " asso avoues cci com gouv greta huissier-justice nom prd tm ",
    "it": (
        " abr abruzzo ag agrigento al alessandria alto-adige altoadige an ancona andria-barletta-trani "
        "andria-trani-barletta andriabarlettatrani andriatranibarletta ao aosta aosta-valley aostavalley "
        "aoste ap aq ar arezzo ascoli-piceno ascolipiceno asti at av avellino ba balsan balsan-sudtirol "
        "balsan-suedtirol bari barletta-trani-andria barlettatraniandria bas basilicata belluno "
        "benevento bergamo bg bi biella bl bn bo bologna bolzano bolzano-altoadige bozen bozen-sudtirol "
        "bozen-suedtirol br brescia brindisi bs bt bulsan bulsan-sudtirol bulsan-suedtirol bz ca "
        "cagliari cal calabria caltanissetta cam campania campidano-medio campidanomedio campobasso "
        "carbonia-iglesias carboniaiglesias carrara-massa carraramassa caserta catania catanzaro cb ce "
        "cesena-forli cesenaforli ch chieti ci cl cn co como cosenza cr cremona crotone cs ct cuneo cz "
        "dell-ogliastra dellogliastra edu emilia-romagna emiliaromagna emr en enna fc fe fermo ferrara "
        "fg fi firenze florence fm foggia forli-cesena forlicesena fr friuli-v-giulia friuli-ve-giulia "
        "friuli-vegiulia friuli-venezia-giulia friuli-veneziagiulia friuli-vgiulia friuliv-giulia "
        "friulive-giulia friulivegiulia friulivenezia-giulia friuliveneziagiulia friulivgiulia frosinone "
        "fvg ge genoa genova go gorizia gov gr grosseto iglesias-carbonia iglesiascarbonia im imperia is "
        "isernia kr la-spezia laquila laspezia latina laz lazio lc le lecce lecco li lig liguria livorno "
        "lo lodi lom lombardia lombardy lt lu lucania lucca macerata mantova mar marche massa-carrara "
        "massacarrara matera mb mc me medio-campidano mediocampidano messina mi milan milano mn mo "
        "modena mol molise monza monza-brianza monza-e-della-brianza monzabrianza monzaebrianza "
        "monzaedellabrianza ms mt na naples napoli no novara nu nuoro og ogliastra olbia-tempio "
        "olbiatempio or oristano ot pa padova padua palermo parma pavia pc pd pe perugia pesaro-urbino "
        "pesarourbino pescara pg pi piacenza piedmont piemonte pisa pistoia pmn pn po pordenone potenza "
        "pr prato pt pu pug puglia pv pz ra ragusa ravenna rc re reggio-calabria reggio-emilia "
        "reggiocalabria reggioemilia rg ri rieti rimini rm rn ro roma rome rovigo sa salerno sar "
        "sardegna sardinia sassari savona si sic sicilia sicily siena siracusa so sondrio sp sr ss su "
        "sud-sardegna sudsardegna suedtirol sv ta taa taranto te tempio-olbia tempioolbia teramo terni "
        "tn to torino tos toscana tp tr trani-andria-barletta trani-barletta-andria traniandriabarletta "
        "tranibarlettaandria trapani trentin-sud-tirol trentin-sudtirol trentin-sued-tirol "
        "trentin-suedtirol trentino trentino-a-adige trentino-aadige trentino-alto-adige "
        "trentino-altoadige trentino-s-tirol trentino-stirol trentino-sud-tirol trentino-sudtirol "
        "trentino-sued-tirol trentino-suedtirol trentinoa-adige trentinoaadige trentinoalto-adige "
        "trentinoaltoadige trentinos-tirol trentinostirol trentinosud-tirol trentinosued-tirol "
        "trentinosuedtirol trentinsud-tirol trentinsudtirol trentinsued-tirol trentinsuedtirol trento "
        "treviso trieste ts turin tuscany tv ud udine umb umbria urbino-pesaro urbinopesaro va "
        "val-d-aosta val-daosta vald-aosta valle-aosta valle-d-aosta valle-daosta valleaosta "
        "valled-aosta valledaosta vallee-aoste vallee-d-aoste valleeaoste valleedaoste vao varese vb vc "
        "vda ve ven veneto venezia venice verbania verbano-cusio-ossola vercelli verona vi vibo-valentia "
        "vibovalentia vicenza viterbo vr vs vt vv xn--balsan-sdtirol-nsb xn--bozen-sdtirol-2ob "
        "xn--bulsan-sdtirol-nsb xn--cesena-forl-mcb xn--cesenaforl-i8a xn--forl-cesena-fcb "
        "xn--forlcesena-c8a xn--sdtirol-n2a xn--trentin-sd-tirol-rzb xn--trentin-sdtirol-7vb "
        "xn--trentino-sd-tirol-c3b xn--trentino-sdtirol-szb xn--trentinosd-tirol-rzb "
        "xn--trentinosdtirol-7vb xn--trentinsd-tirol-6vb xn--trentinsdtirol-nsb xn--valle-aoste-ebb "
        "xn--valle-d-aoste-ehb xn--valleaoste-e7a xn--valledaoste-ebb "
    ),
    "es": " com edu gob nom org ",
    "at": " ac co gv or ",
    "be": " ac ",
    "pl": (
        " agro aid atm augustow auto babia-gora bedzin beskidy bialowieza bialystok bielawa bieszczady "
        "biz boleslawiec bydgoszcz bytom cieszyn com czeladz czest dlugoleka edu elblag elk glogow gmina "
        "gniezno gorlice gov grajewo gsm ilawa info jaworzno jelenia-gora jgora kalisz karpacz kartuzy "
        "kaszuby katowice kazimierz-dolny kepno ketrzyn klodzko kobierzyce kolobrzeg konin konskowola "
        "kutno lapy lebork legnica lezajsk limanowa lomza lowicz lubin lukow mail malbork malopolska "
        "mazowsze mazury media miasta mielec mielno mil mragowo naklo net nieruchomosci nom nowaruda "
        "nysa olawa olecko olkusz olsztyn opoczno opole org ostroda ostroleka ostrowiec ostrowwlkp pc "
        "pila pisz podhale podlasie polkowice pomorskie pomorze powiat priv prochowice pruszkow "
        "przeworsk pulawy radom rawa-maz realestate rel rybnik rzeszow sanok sejny sex shop sklep "
        "skoczow slask slupsk sos sosnowiec stalowa-wola starachowice stargard suwalki swidnica "
        "swiebodzin swinoujscie szczecin szczytno szkola targi tarnobrzeg tgory tm tourism travel turek "
        "turystyka tychy ustka walbrzych warmia warszawa waw wegrow wielun wlocl wloclawek wodzislaw "
        "wolomin wroclaw zachpomor zagan zarow zgora zgorzelec "
    ),
    "cz": " gov ",
    "sk": " org ",
    "se": (
        " a ac b bd brand c d e f fh fhsk fhv g h i k komforb kommunalforbund komvux l lanbib m n "
        "naturbruksgymn o org p parti pp press r s t tm u w x y z "
    ),
    "fi": " aland ",
    "ie": " gov ",
    "pt": " com edu gov int net nome org publ ",
    "gr": " com edu gov net org ",
    "hu": (
        " 2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz "
        "konyvelo lakas media news org priv reklam sex shop sport suli szex tm tozsde utazas video "
    ),
    "ro": " arts com firm info nom nt org rec store tm www ",
    "bg": " 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z ",
    "hr": " com from iz name ",
    "lt": " gov ",
    "lv": " asn com conf edu gov id mil net org ",
    "ee": " aip com edu fie gov lib med org pri riik ",
    "io": " co com edu gov mil net nom org ",
    "ai": " com net off org ",
    "co": " com edu gov mil net nom org ",
    "ca": " ab bc gc mb nb nf nl ns nt nu on pe qc sk yk ",
    "us": (
        " ak al ar as az ca co ct dc de dni fl ga gu hi ia id il in isa ks ky la ma md me mi mn mo ms mt "
        "nc nd ne nh nj nm nsn nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy "
    ),
    "me": " ac co edu gov its net org priv ",
    "mx": " com edu gob net org ",
    "pro": " aaa aca acct avocat bar cpa eng jur law med recht ",
    "int": " eu ",
    "vc": " com edu gov mil net org ",
    "so": " com edu gov me net org ",
    "gg": " co net org ",
    "ly": " com edu gov id med net org plc sch ",
    "fm": " com edu net org ",
    "to": " com edu gov mil net org ",
    "gl": " co com edu net org ",
    "uk": " ac co gov ltd me net nhs org plc police ",
    "au": " act asn com conf edu gov id net nsw nt org oz qld sa tas vic wa ",
    "nz": (" ac co cri geek gen govt health iwi kiwi maori mil net org parliament school xn--mori-qsa "),
    "za": " ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm web ",
    "in": (
        " 5g 6g ac aero ai alumni am bank bihar biz business ca cn co com coop cs delhi dr edu er fin "
        "firm gen gov gujarat ind info int internet io me mil net nic org pg post pro res school travel "
        "tv ub uk up us "
    ),
    "br": (
        " 9guacu abc adm adv agr aju am anani aparecida api app arq art ato b barueri belem bet bhz bib "
        "bio blog bmd boavista bsb campinagrande campinas caxias cim cng cnt com contagem coop coz cri "
        "cuiaba curitiba def des det dev ecn eco edu emp enf eng esp etc eti far feira flog floripa fm "
        "fnd fortal fot foz fst g12 geo ggf goiania gov gru ia imb ind inf jab jampa jdf joinville jor "
        "jus leg leilao lel log londrina macapa maceio manaus maringa mat med mil morena mp mus natal "
        "net niteroi not ntr odo ong org osasco palmas poa ppg pro psc psi pvh qsl radio rec recife rep "
        "ribeirao rio riobranco riopreto salvador sampa santamaria santoandre saobernardo saogonca seg "
        "sjc slg slz social sorocaba srv taxi tc tec teo the tmp trd tur tv udi vet vix vlog wiki xyz "
        "zlg "
    ),
    "jp": (
        " ac ad aichi akita aomori chiba co ed ehime fukui fukuoka fukushima gifu go gr gunma hiroshima "
        "hokkaido hyogo ibaraki ishikawa iwate kagawa kagoshima kanagawa kochi kumamoto kyoto lg mie "
        "miyagi miyazaki nagano nagasaki nara ne niigata oita okayama okinawa or osaka saga saitama "
        "shiga shimane shizuoka tochigi tokushima tokyo tottori toyama wakayama xn--0trq7p7nn xn--1ctwo "
        "xn--1lqs03n xn--1lqs71d xn--2m4a15e xn--32vp30h xn--4it168d xn--4it797k xn--4pvxs xn--5js045d "
        "xn--5rtp49c xn--5rtq34k xn--6btw5a xn--6orx2r xn--7t0a264c xn--8ltr62k xn--8pvr4u xn--c3s14m "
        "xn--d5qv7z876c xn--djrs72d6uy xn--djty4k xn--efvn9s xn--ehqz56n xn--elqq16h xn--f6qx53a "
        "xn--k7yn95e xn--kbrq7o xn--klt787d xn--kltp7d xn--kltx9a xn--klty5x xn--mkru45i xn--nit225k "
        "xn--ntso0iqx3a xn--ntsq17g xn--pssu33l xn--qqqt11m xn--rht27z xn--rht3d xn--rht61e xn--rny31h "
        "xn--tor131o xn--uist22h xn--uisz3g xn--uuwu58a xn--vgu402c xn--zbx025d yamagata yamaguchi "
        "yamanashi "
    ),
    "cn": (
        " ac ah bj com cq edu fj gd gov gs gx gz ha hb he hi hk hl hn jl js jx ln mil mo net nm nx org qh "
        "sc sd sh sn sx tj tw xj xn--55qx5d xn--io0a7i xn--od0alg xz yn zj "
    ),
    "kr": (
        " ac ai busan chungbuk chungnam co daegu daejeon es gangwon go gwangju gyeongbuk gyeonggi "
        "gyeongnam hs incheon io it jeju jeonbuk jeonnam kg me mil ms ne or pe re sc seoul ulsan "
    ),
    "tw": " club com ebiz edu game gov idv mil net org ",
    "hk": (
        " com edu gov idv net org xn--55qx5d xn--ciqpn xn--gmq050i xn--gmqw5a xn--io0a7i xn--lcvr32d "
        "xn--mk0axi xn--mxtq1m xn--od0alg xn--od0aq3b xn--tn0ag xn--uc0atv xn--uc0ay4a xn--wcvs22d "
        "xn--zf0avx "
    ),
    "sg": " com edu gov net org ",
    "my": " biz com edu gov mil name net org ",
    "th": " ac co go in mi net or ",
    "id": " ac ai biz co desa go kop mil my net or ponpes sch web xn--9tfky ",
    "ph": " com edu gov i mil net ngo org ",
    "tr": (" av bbs bel biz com dr edu gen gov info k12 kep mil name nc net org pol tel tsk tv web "),
    "il": " ac co gov idf k12 muni net org ",
    "ae": " ac co gov mil net org sch ",
    "sa": " com edu gov med net org pub sch ",
    "eg": " ac com edu eun gov info me mil name net org sci sport tv ",
    "ke": " ac co go info me mobi ne or sc ",
    "ar": " bet com coop edu gob gov int mil musica mutual net org seg senasa tur ",
    "cl": " co gob gov mil ",
    "pe": " com edu gob mil net nom org ",
    "uy": " com edu gub mil net org ",
    "ec": (
        " abg adm agron arqt art bar chef com cont cpa cue dent dgn disco doc edu eng esm fin fot gal gob "
        "gov gye ibr info k12 lat loj med mil mktg mon net ntr odont org pro prof psic psiq pub rio rrpp "
        "sal tech tul tur uio vet xxx "
    ),
    "cr": " ac co ed fi go or sa ",
    "pk": " ac biz com edu fam gkp gob gog gok gop gos gov net org web ",
    "lk": " ac assn com edu gov grp hotel int ltd net ngo org sch soc web ",
}
"""Top-level domain -> the labels that are public suffixes below it, between spaces (searched as text)."""

_DEEP = """
    ac.at aichi.jp ak.us akita.jp al.us aomori.jp ar.us as.us az.us ca.us chiba.jp co.us ct.us dc.us de.us
    edu.au ehime.jp fl.us fukui.jp fukuoka.jp fukushima.jp ga.us gifu.jp gov.au gov.br gov.pl gu.us
    gunma.jp hi.us hiroshima.jp hokkaido.jp hyogo.jp ia.us ibaraki.jp id.us il.us in.us ishikawa.jp
    iwate.jp kagawa.jp kagoshima.jp kanagawa.jp kawasaki.jp kitakyushu.jp kobe.jp kochi.jp ks.us
    kumamoto.jp ky.us kyoto.jp la.us ma.us md.us me.us mi.us mie.jp miyagi.jp miyazaki.jp mn.us mo.us
    ms.us mt.us nagano.jp nagasaki.jp nagoya.jp nara.jp nc.tr nc.us ne.us nh.us niigata.jp nj.us nm.us
    nom.br nv.us ny.us oh.us oita.jp ok.us okayama.jp okinawa.jp or.us osaka.jp pa.us pr.us ri.us saga.jp
    saitama.jp sapporo.jp sc.us sch.uk sd.us sendai.jp shiga.jp shimane.jp shizuoka.jp tn.us tochigi.jp
    tokushima.jp tokyo.jp tottori.jp toyama.jp tx.us ut.us va.us vi.us vt.us wa.us wakayama.jp wi.us wv.us
    wy.us yamagata.jp yamaguchi.jp yamanashi.jp yokohama.jp
"""
DEEP = frozenset(_DEEP.split())
"""Where suffixes have more than two labels: below these, the whole list is asked."""

_PRIVATE = """
    uk.com us.com de.com eu.com br.com cn.com jpn.com ru.com sa.com za.com za.net uk.net se.net hu.net
    jp.net in.net gb.net co.com com.de com.se africa.com gr.com eu.org us.org ae.org github.io gitlab.io
    blogspot.com herokuapp.com netlify.app vercel.app web.app firebaseapp.com pages.dev workers.dev
    azurewebsites.net cloudapp.net cloudfront.net wixsite.com weebly.com myshopify.com wordpress.com
    webflow.io onrender.com fly.dev appspot.com readthedocs.io co.de co.nl co.no co.pl co.ca
"""
PRIVATE = frozenset(_PRIVATE.split())
"""Suffixes below which companies rent names to others; each is also the domain of the company itself."""
