"""Names of countries in twenty-three languages, parts of three of them, and telephone codes: what lists say of places.

Countries, as ISO 3166 has them: Unicode's CLDR, by Babel, with the short forms that people write. Telephone codes:
ITU-T E.164; those of Canada within +1: the Canadian Numbering Administrator.
"""

import unicodedata

__all__ = [
    "CANADIAN_AREAS",
    "COUNTRY_OF_NAME",
    "COUNTRY_OF_PHONE",
    "COUNTRY_OF_STATE",
    "NAME_OF_COUNTRY",
    "fold_place",
]

_COUNTRIES = """\
ad|Andorra|and andorre andora ανδορα андорра アントラ 安道尔 안도라
ae|United Arab Emirates|are vereinigtearabischeemirate emiratsarabesunis emiratosarabesunidos emiratiarabiuniti emiradosarabesunidos verenigdearabischeemiraten forenadearabemiraten deforenedearabiskeemirater deforentearabiskeemirater arabiemiirikunnat zjednoczoneemiratyarabskie spojenearabskeemiraty egyesultarabemirsegek emiratelearabeunite birlesikarapemirlikleri ηνωμενααραβικαεμιρατα оаэ обʼєднаніарабськіемірати アラフ首長国連邦 阿拉伯联合酋长国 아랍에미리트 uae emirates
af|Afghanistan|afg afganistan afeganistao afganisztan αφγανισταν афганистан афганістан アフカニスタン 阿富汗 아프가니스탄
ag|Antigua and Barbuda|antiguabarbuda atg antiguaundbarbuda antiguaetbarbuda antiguaybarbuda antiguaebarbuda antiguaenbarbuda antiguaochbarbuda antiguaogbarbuda antiguajabarbuda antiguaibarbuda antiguaabarbuda antiguaesbarbuda antiguasibarbuda antiguavebarbuda αντιγκουακαιμπαρμπουντα антигуаибарбуда антигуаібарбуда アンティクアハーフータ 安提瓜和巴布达 앤티가바부다
ai|Anguilla|aia anguila ανγκουιλα ангилья ангілья アンキラ 安圭拉 앵귈라
al|Albania|alb albanien albanie albansko arnavutluk αλβανια албания албанія アルハニア 阿尔巴尼亚 알바니아
am|Armenia|arm armenien armenie armensko ormenyorszag ermenistan αρμενια армения вірменія アルメニア 亚美尼亚 아르메니아
ao|Angola|ago αγκολα ангола アンコラ 安哥拉 앙골라
aq|Antarctica|ata antarktis antarctique antartida antartide antarktyda antarktida antarktisz antarktika ανταρκτικη антарктида антарктика 南極 南极洲 남극대륙
ar|Argentina|arg argentinien argentine argentinie argentiina argentyna arjantin αργεντινη аргентина アルセンチン 阿根廷 아르헨티나
as|American Samoa|asm amerikanischsamoa samoaamericaines samoaamericana samoaamericane amerikaanssamoa amerikanskasamoa amerikansksamoa amerikansamoa samoaamerykanskie americkasamoa amerikaiszamoa amerikansamoası αμερικανικησαμοα американскоесамоа американськесамоа 米領サモア 美属萨摩亚 아메리칸사모아
at|Austria|aut osterreich autriche oostenrijk osterrike østrig østerrike itavalta rakousko rakusko ausztria avusturya αυστρια австрия австрія オーストリア 奥地利 오스트리아
au|Australia|aus australien australie ausztralia avustralya αυστραλια австралия австралія オーストラリア 澳大利亚 오스트레일리아
aw|Aruba|abw αρουμπα аруба アルハ 阿鲁巴 아루바
ax|Åland Islands|ala alandinseln ilesaland islasaland isolealand ilhasaland aland ahvenanmaa wyspyalandzkie alandy alandszigetek insulelealand alandadaları νησοιολαντ аландскиеова аландськіострови オーラント諸島 奥兰群岛 올란드제도
az|Azerbaijan|aze aserbaidschan azerbaidjan azerbaiyan azerbaigian azerbaijao azerbeidzjan azerbajdzjan aserbajdsjan azerbaidzan azerbejdzan azerbajdzan azerbajdzsan azerbaycan αζερμπαιτζαν азербаиджан アセルハイシャン 阿塞拜疆 아제르바이잔
ba|Bosnia and Herzegovina|bosniaherzegovina bih bosnienundherzegowina bosnieherzegovine bosniayherzegovina bosniaederzegovina bosniaeherzegovina bosnieenherzegovina bosnienochhercegovina bosnienhercegovina bosniahercegovina bosniajahertsegovina bosniaihercegowina bosnaahercegovina boszniahercegovina bosniasihertegovina bosnahersek βοσνιαερζεγοβινη боснияигерцеговина босніяігерцеговина ホスニアヘルツェコヒナ 波斯尼亚和黑塞哥维那 보스니아헤르체고비나
bb|Barbados|brb barbade μπαρμπειντοσ барбадос ハルハトス 巴巴多斯 바베이도스
bd|Bangladesh|bgd bangladesch banglades bangladesz μπανγκλαντεσ бангладеш ハンクラテシュ 孟加拉国 방글라데시
be|Belgium|bel belgien belgique belgica belgio belgie belgia belgicko belcika βελγιο бельгия бельгія ヘルキー 比利时 벨기에
bf|Burkina Faso|bfa burquinafaso μπουρκιναφασο буркинафасо буркінафасо フルキナファソ 布基纳法索 부르키나파소
bg|Bulgaria|bgr bulgarien bulgarie bulgarije bułgaria bulharsko bulgaristan βουλγαρια болгария болгарія フルカリア 保加利亚 불가리아
bh|Bahrain|bhr bahrein barein bahrajn bahreyn μπαχρειν бахреин ハーレーン 巴林 바레인
bi|Burundi|bdi μπουρουντι бурунди бурунді フルンシ 布隆迪 부룬디
bj|Benin|ben μπενιν бенин бенін ヘナン 贝宁 베냉
bl|St. Barthélemy|blm saintbarthelemy sanbartolome saobartolomeu svatybartolomej αγιοσβαρθολομαιοσ сенбартелеми сенбартелемі サンハルテルミー 圣巴泰勒米 생바르텔레미
bm|Bermuda|bmu bermudes bermudas bermudy βερμουδεσ бермудскиеова бермудськіострови ハミュータ 百慕大 버뮤다
bn|Brunei|brn bruneidarussalam brunej μπρουνει брунеи フルネイ 文莱 브루나이
bo|Bolivia|plurinationalstateofbolivia bol bolivien bolivie boliwia bolivya βολιβια боливия болівія ホリヒア 玻利维亚 볼리비아
bq|Caribbean Netherlands|bes karibischeniederlande paysbascaribeens caribeneerlandes caraibiolandesi paisesbaixoscaribenhos caribischnederland karibiskanederlanderna detidligerenederlandskeantiller karibisknederland karibianalankomaat niderlandykaraibskie karibskenizozemsko karibskeholandsko hollandkaribterseg insulelecaraibeolandeze karayiphollandası ολλανδιακαραιβικησ бонэирсинтэстатиусисаба карибськінідерланди オランタ領カリフ 荷属加勒比区 네덜란드령카리브
br|Brazil|bra brasilien bresil brasil brasile brazilie brasilia brazylia brazilia brezilya βραζιλια бразилия бразилія フラシル 巴西 브라질
bs|Bahamas|bhs bahama bahamy bahamaszigetek bahamalar μπαχαμεσ багамы багамськіострови ハハマ 巴哈马 바하마
bt|Bhutan|btn bhoutan butan butao μπουταν бутан フータン 不丹 부탄
bv|Bouvet Island|bvt bouvetinsel ilebouvet islabouvet isolabouvet ilhabouvet bouveteiland bouveton bouvetøen bouvetøya bouvetnsaari wyspabouveta bouvetuvostrov bouvetovostrov bouvetsziget insulabouvet bouvetadası νησοσμπουβε овбуве острівбуве フーヘ島 布韦岛 부베섬
bw|Botswana|bwa botsuana botsvana μποτσουανα ботсвана ホツワナ 博茨瓦纳 보츠와나
by|Belarus|blr bielorussie bielorrusia bielorussia bielorrussia valkovenaja białorus belorusko bielorusko belarusz λευκορωσια беларусь білорусь ヘラルーシ 白俄罗斯 벨라루스 belorussia weissrussland
bz|Belize|blz belice μπελιζ белиз беліз ヘリース 伯利兹 벨리즈
ca|Canada|can kanada καναδασ канада カナタ 加拿大 캐나다
cc|Cocos (Keeling) Islands|cck kokosinseln ilescocos islascocos isolecocoskeeling ilhascocoskeeling cocoseilanden kokosoarna cocosøerne kokosøyene kookossaaretkeelingsaaret wyspykokosowe kokosoveostrovy kokuszkeelingszigetek insulelecocoskeeling cocoskeelingadaları νησοικοκοσκιλινγκ кокосовыеова кокосовікілінгострови ココスキーリンク諸島 科科斯基林群岛 코코스제도
cd|Congo-Kinshasa|drcongo democraticrepublicofthecongo democraticrepublicofcongo congothedemocraticrepublicofthe congodemocraticrepublicofthe congodrc thedemocraticrepublicofthecongo zar cod kongokinshasa republicademocraticadelcongo kongo kongondemokraattinentasavalta demokratycznarepublikakonga konzskademokratickarepublika kongokinsasa κονγκοκινσασα конгокиншаса конгокіншаса コンコ民主共和国キンシャサ 刚果金 콩고킨샤사 drc
cf|Central African Republic|caf zentralafrikanischerepublik republiquecentrafricaine republicacentroafricana repubblicacentrafricana centraalafrikaanserepubliek centralafrikanskarepubliken dencentralafrikanskerepublik densentralafrikanskerepublikk keskiafrikantasavalta republikasrodkowoafrykanska stredoafrickarepublika kozepafrikaikoztarsasag republicacentrafricana ortaafrikacumhuriyeti κεντροαφρικανικηδημοκρατια центральноафриканскаяреспублика центральноафриканськареспубліка 中央アフリカ共和国 中非共和国 중앙아프리카공화국
cg|Congo-Brazzaville|cog kongobrazzaville congo republicadocongo kongontasavalta konzskarepublika kongobrazavil κονγκομπραζαβιλ конгобраззавиль конгобраззавіль コンコ共和国フラサヒル 刚果布 콩고브라자빌
ch|Switzerland|che schweiz suisse suiza svizzera suica zwitserland sveits sveitsi szwajcaria svycarsko svajciarsko svajc elvetia isvicre ελβετια швеицария швеицарія スイス 瑞士 스위스
ci|Côte d’Ivoire|civ costadavorio costadomarfim ivoorkust elfenbenskusten elfenbenskysten norsunluurannikko pobrezislonoviny pobrezieslonoviny elefantcsontpart ακτηελεφαντοστου котдивуар котдʼівуар コートシホワール 科特迪瓦 코트디부아르 ivorycoast
ck|Cook Islands|cok cookinseln ilescook islascook isolecook ilhascook cookeilanden cookoarna cookøerne cookøyene cookinsaaret wyspycooka cookovyostrovy cookoveostrovy cookszigetek insulelecook cookadaları νησοικουκ овакука островикука クック諸島 库克群岛 쿡제도
cl|Chile|chl chili cile sili χιλη чили чилі チリ 智利 칠레
cm|Cameroon|cmr kamerun cameroun camerun camaroes kameroen καμερουν камерун カメルーン 喀麦隆 카메룬
cn|China|chn chine cina kina kiina chiny cin κινα китаи 中国 중국 prc prchina peoplesrepublicofchina mainlandchina
co|Colombia|col kolumbien colombie kolumbia kolumbie columbia kolombiya κολομβια колумбия колумбія コロンヒア 哥伦比亚 콜롬비아
cr|Costa Rica|cri kostaryka kostarika κοσταρικα костарика コスタリカ 哥斯达黎加 코스타리카
cu|Cuba|cub kuba kuuba κουβα куба キューハ 古巴 쿠바
cv|Cape Verde|cpv caboverde capvert capoverde kaapverdie kapverde kappverde republikazielonegoprzyladka kapverdy zoldfokikoztarsasag capulverde πρασινοακρωτηριο кабоверде カーホヘルテ 佛得角 카보베르데
cw|Curaçao|cuw curazao κουρασαο кюрасао キュラソー 库拉索 퀴라소
cx|Christmas Island|cxr weihnachtsinsel ilechristmas isladenavidad isolachristmas ilhachristmas christmaseiland julon juleøen christmasøya joulusaari wyspabozegonarodzenia vanocniostrov vianocnyostrov karacsonysziget insulachristmas christmasadası νησοστωνχριστουγεννων оврождества острівріздва クリスマス島 圣诞岛 크리스마스섬
cy|Cyprus|cyp zypern chypre chipre cipro cypern kypros cypr kypr ciprus cipru kıbrıs κυπροσ кипр кіпр キフロス 塞浦路斯 키프로스
cz|Czechia|cze tschechien tchequie chequia cechia tchequia tsjechie tjeckien tjekkiet tsjekkia tsekki czechy cesko csehorszag cehia cekya τσεχια чехия чехія チェコ 捷克 체코 czech czechrepublic
de|Germany|deu ddr deutschland allemagne alemania germania alemanha duitsland tyskland saksa niemcy nemecko nemetorszag almanya γερμανια германия німеччина トイツ 德国 독일 brd frg
dj|Djibouti|dji dschibuti yibuti gibuti djibuti dzibuti dzibutsko dzsibuti cibuti τζιμπουτι джибути джибуті シフチ 吉布提 지부티
dk|Denmark|dnk danemark dinamarca danimarca denemarken danmark tanska dania dansko danemarca danimarka δανια дания данія テンマーク 丹麦 덴마크
dm|Dominica|dma dominique dominika ντομινικα доминика домініка トミニカ国 多米尼克 도미니카
do|Dominican Republic|dom dominikanischerepublik republiquedominicaine republicadominicana repubblicadominicana dominicaanserepubliek dominikanskarepubliken dendominikanskerepublik dendominikanskerepublikk dominikaaninentasavalta dominikana dominikanskarepublika dominikaikoztarsasag dominikcumhuriyeti δομινικανηδημοκρατια доминиканскаяреспублика домініканськареспубліка トミニカ共和国 多米尼加共和国 도미니카공화국
dz|Algeria|dza algerien algerie argelia algerije algeriet algieria alzirsko cezayir αλγερια алжир アルシェリア 阿尔及利亚 알제리
ec|Ecuador|ecu equateur equador ekwador ekvador ισημερινοσ эквадор еквадор エクアトル 厄瓜多尔 에콰도르
ee|Estonia|est estland estonie viro estonsko esztorszag estonya εσθονια эстония естонія エストニア 爱沙尼亚 에스토니아
eg|Egypt|egy agypten egypte egipto egitto egito egypten egypti egipt egyiptom mısır αιγυπτοσ египет єгипет エシフト 埃及 이집트
eh|Western Sahara|esh westsahara saharaoccidental saharaoccidentale saaraocidental westelijkesahara vastsahara vestsahara lansisahara saharazachodnia zapadnisahara zapadnasahara nyugatszahara saharaoccidentala batısahra δυτικησαχαρα западнаясахара західнасахара 西サハラ 西撒哈拉 서사하라
er|Eritrea|eri erythree eritreia erytrea eritreea eritre ερυθραια эритрея еритрея エリトリア 厄立特里亚 에리트리아
es|Spain|esp spanien espagne espana spagna espanha spanje spania espanja hiszpania spanelsko spanielsko spanyolorszag ispanya ισπανια испания іспанія スヘイン 西班牙 스페인
et|Ethiopia|eth athiopien ethiopie etiopia etiopien etiopie etiyopya αιθιοπια эфиопия ефіопія エチオヒア 埃塞俄比亚 에티오피아
fi|Finland|fin finnland finlande finlandia suomi finsko finnorszag finlanda finlandiya φινλανδια финляндия фінляндія フィンラント 芬兰 핀란드
fj|Fiji|fji fidschi fidji fiyi figi fidzi fidzsi φιτζι фиджи фіджі フィシー 斐济 피지
fk|Falkland Islands|flk falklandinseln ilesmalouines islasmalvinas isolefalkland ilhasmalvinas falklandeilanden falklandsoarna falklandsøerne falklandsøyene falklandinsaaret falklandy falklandskeostrovy falklandszigetek insulelefalkland falklandadaları νησοιφοκλαντ фолклендскиеова фолклендськіострови フォークラント諸島 福克兰群岛 포클랜드제도
fm|Micronesia|fsm mikronesien micronesie mikronesiaføderasjonen mikronesia mikronezja mikronesie mikronezia micronezia mikronezya μικρονησια федеративныештатымикронезии мікронезія ミクロネシア連邦 密克罗尼西亚 미크로네시아
fo|Faroe Islands|fro faroer ilesferoe islasferoe isolefærøer ilhasfaroe faeroer faroarna færøerne færøyene farsaaret wyspyowcze faerskeostrovy feroerszigetek insuleleferoe faroeadaları νησοιφεροεσ фарерскиеова фарерськіострови フェロー諸島 法罗群岛 페로제도
fr|France|fxx fra frankreich francia franca frankrijk frankrike frankrig ranska francja francie francuzsko franciaorszag franta fransa γαλλια франция франція フランス 法国 프랑스
ga|Gabon|gab gabun gabao γκαμπον габон カホン 加蓬 가봉
gb|United Kingdom|unitedkingdomofgreatbritainandnorthernireland gbr vereinigteskonigreich royaumeuni reinounido regnounito verenigdkoninkrijk storbritannien storbritannia isobritannia wielkabrytania spojenekralovstvi spojenekralovstvo egyesultkiralysag regatulunit birlesikkrallık ηνωμενοβασιλειο великобритания великабританія イキリス 英国 영국 uk england scotland wales northernireland greatbritain britain grossbritannien grandebretagne granbretana inghilterra angleterre schottland
gd|Grenada|grd grenade granada γρεναδα гренада クレナタ 格林纳达 그레나다
ge|Georgia|geo georgien georgie gruzja gruzie gruzinsko gruzia gurcistan γεωργια грузия грузія ショーシア 格鲁吉亚 조지아
gf|French Guiana|guf franzosischguayana guyanefrancaise guayanafrancesa guyanafrancese guianafrancesa fransguyana franskaguyana franskguyana ranskanguayana gujanafrancuska francouzskaguyana francuzskaguyana franciaguyana guyanafranceza fransızguyanası γαλλικηγουιανα французскаягвиана французькагвіана 仏領キアナ 法属圭亚那 프랑스령기아나
gg|Guernsey|ggy guernesey γκερνζι гернси гернсі カーンシー 根西岛 건지
gh|Ghana|gha gana γκανα гана カーナ 加纳 가나
gi|Gibraltar|gib gibilterra cebelitarık γιβραλταρ гибралтар гібралтар シフラルタル 直布罗陀 지브롤터
gl|Greenland|grl gronland groenland groenlandia grønland gronlanti grenlandia gronsko groenlanda γροιλανδια гренландия гренландія クリーンラント 格陵兰 그린란드
gm|Gambia|gmb gambie gambiya γκαμπια гамбия гамбія カンヒア 冈比亚 감비아
gn|Guinea|gin guinee guine gwinea guineea gine γουινεα гвинея гвінея キニア 几内亚 기니
gp|Guadeloupe|glp guadalupe guadalupa gwadelupa guadelupa γουαδελουπη гваделупа クアトルーフ 瓜德罗普 과들루프
gq|Equatorial Guinea|gnq aquatorialguinea guineeequatoriale guineaecuatorial guineaequatoriale guineequatorial equatoriaalguinea ekvatorialguinea ækvatorialguinea paivantasaajanguinea gwinearownikowa rovnikovaguinea egyenlitoiguinea guineeaecuatoriala ekvatorginesi ισημερινηγουινεα экваториальнаягвинея екваторіальнагвінея 赤道キニア 赤道几内亚 적도기니
gr|Greece|grc griechenland grece grecia griekenland grekland grækenland hellas kreikka grecja recko grecko gorogorszag yunanistan ελλαδα греция греція キリシャ 希腊 그리스
gs|South Georgia and South Sandwich Islands|southgeorgiasouthsandwichislands sgs sudgeorgienunddiesudlichensandwichinseln georgiedusudetlesilessandwichdusud islasgeorgiadelsurysandwichdelsur georgiadelsudesandwichaustrali ilhasgeorgiadosulesandwichdosul zuidgeorgiaenzuidelijkesandwicheilanden sydgeorgienochsydsandwichoarna southgeorgiaogdesydligesandwichøer sørgeorgiaogsørsandwichøyene etelageorgiajaetelaisetsandwichinsaaret georgiapołudniowaisandwichpołudniowy jiznigeorgieajiznisandwichovyostrovy juznageorgiaajuznesandwichoveostrovy deligeorgiaesdelisandwichszigetek georgiadesudsiinsulelesandwichdesud guneygeorgiaveguneysandwichadaları νησοινοτιαγεωργιακαινοτιεσσαντουιτσ южнаягеоргияиюжныесандвичевыова південнаджорджіятапівденнісандвічевіострови サウスショーシアサウスサントウィッチ諸島 南乔治亚和南桑威奇群岛 사우스조지아사우스샌드위치제도
gt|Guatemala|gtm gwatemala γουατεμαλα гватемала クアテマラ 危地马拉 과테말라
gu|Guam|gum γκουαμ гуам クアム 关岛 괌
gw|Guinea-Bissau|gnb guineebissau guineabisau guinebissau gwineabissau bissauguinea guineeabissau ginebissau γουινεαμπισαου гвинеябисау гвінеябісау キニアヒサウ 几内亚比绍 기니비사우
gy|Guyana|guy guiana gujana γουιανα гаиана гаяна カイアナ 圭亚那 가이아나
hk|Hong Kong SAR China|hkg sonderverwaltungsregionhongkong raschinoisedehongkong raedehongkongchina rasdihongkong hongkongraedachina hongkongsarvanchina hongkongsar sarhongkong hongkongsarkina hongkongkiinanerityishallintoalue srahongkongchiny hongkongzaociny hongkongoaociny hongkongkkt rashongkongchina cinhongkongoib χονγκκονγκεδπκινασ гонконгсар гонконгоаркитаю 中華人民共和国香港特別行政区 中国香港特别行政区 홍콩중국특별행정구 hongkong
hm|Heard Island and McDonald Islands|heardislandmcdonaldislands hmd heardundmcdonaldinseln ilesheardetmacdonald islasheardymcdonald isoleheardemcdonald ilhasheardemcdonald heardenmcdonaldeilanden heardonochmcdonaldoarna heardislandogmcdonaldislands heardogmcdonaldøyene heardjamcdonaldinsaaret wyspyheardimcdonalda hearduvostrovamcdonaldovyostrovy heardovostrovamacdonaldoveostrovy heardszigetesmcdonaldszigetek insulaheardsiinsulelemcdonald heardadasıvemcdonaldadaları νησοιχερντκαιμακντοναλντ овахердимакдональд островигердімакдоналд ハート島マクトナルト諸島 赫德岛和麦克唐纳群岛 허드맥도널드제도
hn|Honduras|hnd ονδουρα гондурас ホンシュラス 洪都拉斯 온두라스
hr|Croatia|hrv kroatien croatie croacia croazia kroatie kroatia chorwacja chorvatsko horvatorszag hırvatistan κροατια хорватия хорватія クロアチア 克罗地亚 크로아티아
ht|Haiti|hti αιτη гаити гаіті ハイチ 海地 아이티
hu|Hungary|hun ungarn hongrie hungria ungheria hongarije ungern unkari wegry madarsko magyarorszag ungaria macaristan ουγγαρια венгрия угорщина ハンカリー 匈牙利 헝가리
id|Indonesia|idn indonesien indonesie indonezja indonezia endonezya ινδονησια индонезия індонезія イントネシア 印度尼西亚 인도네시아
ie|Ireland|irl irland irlande irlanda ierland irlanti irlandia irsko irorszag ιρλανδια ирландия ірландія アイルラント 爱尔兰 아일랜드 republicofireland eire
il|Israel|isr israele izrael israil ισραηλ израиль ізраіль イスラエル 以色列 이스라엘
im|Isle of Man|imn iledeman islademan isoladiman ilhademan man mansaari wyspaman ostrovman mansziget insulaman manadası νησοστουμαν овмэн острівмен マン島 马恩岛 맨섬
in|India|ind indien inde intia indie hindistan ινδια индия індія イント 印度 인도
io|British Indian Ocean Territory|iot britischesterritoriumimindischenozean territoirebritanniquedeloceanindien territoriobritanicodeloceanoindico territoriobritannicodelloceanoindiano territoriobritanicodooceanoindico britsindischeoceaanterritorium brittiskaterritorietiindiskaoceanen detbritisketerritoriumidetindiskeocean detbritisketerritorietiindiahavet brittilainenintianvaltamerenalue brytyjskieterytoriumoceanuindyjskiego britskeindickooceanskeuzemi britskeindickooceanskeuzemie britindiaioceaniterulet teritoriulbritanicdinoceanulindian britanyahintokyanusutoprakları βρετανικαεδαφηινδικουωκεανου британскаятерриториявиндиискомокеане британськатериторіявіндіиськомуокеані 英領イント洋地域 英属印度洋领地 영국령인도양지역
iq|Iraq|irq irak iraque ιρακ ирак ірак イラク 伊拉克 이라크
ir|Iran|irn ira ιραν иран іран イラン 伊朗 이란 iranislamicrepublicof islamicrepublicofiran
is|Iceland|isl island islande islandia islanda ijsland islanti izland izlanda ισλανδια исландия ісландія アイスラント 冰岛 아이슬란드
it|Italy|ita italien italie italia włochy taliansko olaszorszag italya ιταλια италия італія イタリア 意大利 이탈리아
je|Jersey|jey τζερζι джерси джерсі シャーシー 泽西岛 저지
jm|Jamaica|jam jamaika jamaique giamaica jamajka τζαμαικα ямаика シャマイカ 牙买加 자메이카
jo|Jordan|jor jordanien jordanie jordania giordania jordansko iordania urdun ιορδανια иордания иорданія ヨルタン 约旦 요르단
jp|Japan|jpn japon giappone japao japani japonia japonsko japonya ιαπωνια япония японія 日本 일본
ke|Kenya|ken kenia quenia kena κενυα кения кенія ケニア 肯尼亚 케냐
kg|Kyrgyzstan|kgz kirgisistan kirghizstan kirguistan kirghizistan quirguistao kirgizie kirgizistan kirgisia kirgistan kirgizsko kirgizisztan kargazstan kırgızistan κιργισταν киргизия киргизстан キルキス 吉尔吉斯斯坦 키르기스스탄
kh|Cambodia|khm kambodscha cambodge camboya cambogia camboja cambodja kambodja kambodsja kambodza kambodzsa cambodgia kambocya καμποτζη камбоджа カンホシア 柬埔寨 캄보디아
ki|Kiribati|kir quiribati κιριμπατι кирибати кірибаті キリハス 基里巴斯 키리바시
km|Comoros|com komoren comores comoras comore comoren komorerna comorerne komorene komorit komory comoreszigetek komorlar κομορεσ коморы комори コモロ 科摩罗 코모로
kn|St. Kitts and Nevis|stkittsnevis kna stkittsundnevis saintchristopheetnieves sancristobalynieves saintkittsenevis saocristovaoenevis saintkittsennevis stkittsochnevis saintkittsognevis saintkittsjanevis saintkittsinevis svatykrystofanevis svatykristofanevis saintkittsesnevis saintkittssinevis saintkittsvenevis σενκιτσκαινεβισ сенткитсиневис сенткітсіневіс セントクリストファーネーウィス 圣基茨和尼维斯 세인트키츠네비스
kp|North Korea|prk nordkorea coreedunord coreadelnorte coreadelnord coreiadonorte noordkorea pohjoiskorea koreapołnocna severnikorea severnakorea eszakkorea coreeadenord kuzeykore βορειακορεα кндр північнакорея 北朝鮮 朝鲜 북한 dprk
kr|South Korea|kor sudkorea coreedusud coreadelsur coreadelsud coreiadosul zuidkorea sydkorea sørkorea etelakorea koreapołudniowa jiznikorea juznakorea delkorea coreeadesud guneykore νοτιακορεα республикакорея південнакорея 韓国 韩国 대한민국 korea republicofkorea korearepublicof rok
kw|Kuwait|kwt koweit koeweit kuwejt kuvajt kuvait kuweit kuveyt κουβειτ кувеит クウェート 科威特 쿠웨이트
ky|Cayman Islands|cym kaimaninseln ilescaimans islascaiman isolecayman ilhascayman kaaimaneilanden caymanoarna caymanøerne caymanøyene caymansaaret kajmany kajmanskeostrovy kajmanieostrovy kajmanszigetek insulelecayman caymanadaları νησοικειμαν овакаиман каимановіострови ケイマン諸島 开曼群岛 케이맨제도
kz|Kazakhstan|kaz kasachstan kazajistan kazakistan cazaquistao kazachstan kazakstan kasakhstan kazahsztan kazahstan καζακσταν казахстан カサフスタン 哈萨克斯坦 카자흐스탄
la|Laos|laopeoplesdemocraticrepublic laopdr lao laosz λαοσ лаос ラオス 老挝 라오스
lb|Lebanon|lbn libanon liban libano lubnan λιβανοσ ливан ліван レハノン 黎巴嫩 레바논
lc|St. Lucia|lca saintelucie santalucia saintlucia svatalucie svatalucia sfantalucia αγιαλουκια сентлюсия сентлюсія セントルシア 圣卢西亚 세인트루시아
li|Liechtenstein|lie lichtenstejnsko lichtenstajnsko λιχτενσταιν лихтенштеин ліхтенштеин リヒテンシュタイン 列支敦士登 리히텐슈타인
lk|Sri Lanka|lka σριλανκα шриланка шріланка スリランカ 斯里兰卡 스리랑카
lr|Liberia|lbr liberie liberya λιβερια либерия ліберія リヘリア 利比里亚 라이베리아
ls|Lesotho|lso lesoto λεσοτο лесото レソト 莱索托 레소토
lt|Lithuania|ltu litauen lituanie lituania litouwen liettua litwa litva litvania litvanya λιθουανια литва リトアニア 立陶宛 리투아니아
lu|Luxembourg|lux luxemburg luxemburgo lussemburgo luksemburg lucembursko luxembursko λουξεμβουργο люксембург ルクセンフルク 卢森堡 룩셈부르크
lv|Latvia|lva lettland lettonie letonia lettonia letland łotwa lotyssko lettorszag letonya λετονια латвия латвія ラトヒア 拉脱维亚 라트비아
ly|Libya|lby libyen libye libia libie λιβυη ливия лівія リヒア 利比亚 리비아
ma|Morocco|mar marokko maroc marruecos marocco marrocos marocko maroko fas μαροκο марокко モロッコ 摩洛哥 모로코
mc|Monaco|mco monako μονακο монако モナコ 摩纳哥 모나코
md|Moldova|mda republikmoldau moldavie moldavia moldavien mołdawia moldavsko republicamoldova μολδαβια молдова モルトハ 摩尔多瓦 몰도바
me|Montenegro|mne czarnogora cernahora ciernahora muntenegru karadag μαυροβουνιο черногория чорногорія モンテネクロ 黑山 몬테네그로
mf|St. Martin|maf saintmartin sanmartin saomartinho svatymartinfrancie svatymartinfr sfantulmartin αγιοσμαρτινοσγαλλικοτμημα сенмартен サンマルタン 法属圣马丁 생마르탱
mg|Madagascar|mdg madagaskar madagaszkar μαδαγασκαρη мадагаскар マタカスカル 马达加斯加 마다가스카르
mh|Marshall Islands|mhl marshallinseln ilesmarshall islasmarshall isolemarshall ilhasmarshall marshalleilanden marshalloarna marshalløerne marshalløyene marshallinsaaret wyspymarshalla marshallovyostrovy marshalloveostrovy marshallszigetek insulelemarshall marshalladaları νησοιμαρσαλ маршалловыова маршалловіострови マーシャル諸島 马绍尔群岛 마셜제도
mk|North Macedonia|mkd nordmazedonien macedoinedunord macedoniadelnorte macedoniadelnord macedoniadonorte noordmacedonie nordmakedonien nordmakedonia pohjoismakedonia macedoniapołnocna severnimakedonie severnemacedonsko eszakmacedonia macedoniadenord kuzeymakedonya βορειαμακεδονια севернаямакедония північнамакедонія 北マケトニア 北马其顿 북마케도니아 macedonia
ml|Mali|mli μαλι мали малі マリ 马里 말리
mm|Myanmar (Burma)|mmr bur myanmar myanmarbirmanie myanmarbirmania mianmarbirmania myanmarbirma mjanmabirma myanmarbarma mjanmarsko mianmar μιανμαρβιρμανια мьянмабирма мʼянмабірма ミャンマーヒルマ 缅甸 미얀마 burma
mn|Mongolia|mng mongolei mongolie mongoliet mongolsko mogolistan μογγολια монголия монголія モンコル 蒙古 몽골
mo|Macao SAR China|macau mac sonderverwaltungsregionmacau raschinoisedemacao raedemacaochina rasdimacao macauraedachina macausarvanchina macaosar sarmacao macaosarkina macaokiinanerityishallintoalue sramakauchiny macaozaociny macaooaociny makaokkt rasmacaochina cinmakaooib μακαοεδπκινασ макаосар макаооаркитаю 中華人民共和国マカオ特別行政区 中国澳门特别行政区 마카오중국특별행정구 macao
mp|Northern Mariana Islands|mnp nordlichemarianen ilesmariannesdunord islasmarianasdelnorte isolemariannesettentrionali ilhasmarianasdonorte noordelijkemarianen nordmarianerna nordmarianerne nordmarianene pohjoismariaanit marianypołnocne severnimariany severnemariany eszakimarianaszigetek insulelemarianedenord kuzeymarianaadaları νησοιβορειεσμαριανεσ северныемарианскиеова північнімаріанськіострови 北マリアナ諸島 北马里亚纳群岛 북마리아나제도
mq|Martinique|mtq martinica martynika martinik μαρτινικα мартиника мартиніка マルティニーク 马提尼克 마르티니크
mr|Mauritania|mrt mauretanien mauritanie mauretania moritanya μαυριτανια мавритания мавританія モーリタニア 毛里塔尼亚 모리타니
ms|Montserrat|msr μονσερατ монтсеррат モントセラト 蒙特塞拉特 몬트세라트
mt|Malta|mlt malte μαλτα мальта マルタ 马耳他 몰타
mu|Mauritius|mus maurice mauricio mauricius μαυρικιοσ маврикии маврикіи モーリシャス 毛里求斯 모리셔스
mv|Maldives|mdv malediven maldivas maldive maldiven maldiverna maldiverne maldivene malediivit malediwy maledivy maldivy maldivszigetek maldivler μαλδιβεσ мальдивы мальдіви モルティフ 马尔代夫 몰디브
mw|Malawi|mwi malaui malavi μαλαουι малави малаві マラウイ 马拉维 말라위
mx|Mexico|mex mexiko mexique messico meksiko meksyk mexic meksika μεξικο мексика メキシコ 墨西哥 멕시코
my|Malaysia|mys malaisie malasia maleisie malesia malezja malajsie malajzia malezya μαλαισια малаизия малаизія マレーシア 马来西亚 말레이시아
mz|Mozambique|moz mosambik mozambico mocambique mozambik mozambic μοζαμβικη мозамбик мозамбік モサンヒーク 莫桑比克 모잠비크
na|Namibia|nam namibie namibya ναμιμπια намибия намібія ナミヒア 纳米比亚 나미비아
nc|New Caledonia|ncl neukaledonien nouvellecaledonie nuevacaledonia nuovacaledonia novacaledonia nieuwcaledonie nyakaledonien nykaledonien nycaledonia uusikaledonia nowakaledonia novakaledonie novakaledonia ujkaledonia nouacaledonie yenikaledonya νεακαληδονια новаякаледония новакаледонія ニューカレトニア 新喀里多尼亚 뉴칼레도니아
ne|Niger|ner nijer νιγηρασ нигер нігер ニシェール 尼日尔 니제르
nf|Norfolk Island|nfk norfolkinsel ilenorfolk islanorfolk isolanorfolk ilhanorfolk norfolk norfolkon norfolkøya norfolkinsaari norfolksziget insulanorfolk norfolkadası νησοσνορφολκ овнорфолк острівнорфолк ノーフォーク島 诺福克岛 노퍽섬
ng|Nigeria|nga nigerie nijerya νιγηρια нигерия нігерія ナイシェリア 尼日利亚 나이지리아
ni|Nicaragua|nic nikaragua νικαραγουα никарагуа нікарагуа ニカラクア 尼加拉瓜 니카라과
nl|Netherlands|nld niederlande paysbas paisesbajos paesibassi paisesbaixos nederland nederlanderna nederlandene alankomaat holandia nizozemsko holandsko hollandia tariledejos hollanda κατωχωρεσ нидерланды нідерланди オランタ 荷兰 네덜란드 holland theniederlande netherlandsthe thenetherlands
no|Norway|nor norwegen norvege noruega norvegia noorwegen norge norja norwegia norsko norvec νορβηγια норвегия норвегія ノルウェー 挪威 노르웨이
np|Nepal|npl νεπαλ непал ネハール 尼泊尔 네팔
nr|Nauru|nru ναουρου науру ナウル 瑙鲁 나우루
nu|Niue|niu νιουε ниуэ ніуе ニウエ 纽埃 니우에
nz|New Zealand|nzl neuseeland nouvellezelande nuevazelanda nuovazelanda novazelandia nieuwzeeland nyazeeland uusiseelanti nowazelandia novyzeland ujzeland nouazeelanda yenizelanda νεαζηλανδια новаязеландия новазеландія ニューシーラント 新西兰 뉴질랜드
om|Oman|omn oma umman ομαν оман オマーン 阿曼 오만
pa|Panama|pan παναμασ панама ハナマ 巴拿马 파나마
pe|Peru|per perou περου перу ヘルー 秘鲁 페루
pf|French Polynesia|pyf franzosischpolynesien polynesiefrancaise polinesiafrancesa polinesiafrancese franspolynesie franskapolynesien franskpolynesien franskpolynesia ranskanpolynesia polinezjafrancuska francouzskapolynesie francuzskapolynezia franciapolinezia polineziafranceza fransızpolinezyası γαλλικηπολυνησια французскаяполинезия французькаполінезія 仏領ホリネシア 法属波利尼西亚 프랑스령폴리네시아
pg|Papua New Guinea|png papuaneuguinea papouasienouvelleguinee papuanuevaguinea papuanuovaguinea papuanovaguine papoeanieuwguinea papuanyaguinea papuanyguinea papuauusiguinea papuanowagwinea papuanovaguinea papuaujguinea papuanouaguinee papuayenigine παπουανεαγουινεα папуановаягвинея папуановагвінея ハフアニューキニア 巴布亚新几内亚 파푸아뉴기니
ph|Philippines|phl philippinen filipinas filippine filipijnen filippinerna filippinerne filippinene filippiinit filipiny fulopszigetek filipine filipinler φιλιππινεσ филиппины філіппіни フィリヒン 菲律宾 필리핀
pk|Pakistan|pak paquistao pakisztan πακισταν пакистан ハキスタン 巴基斯坦 파키스탄
pl|Poland|pol polen pologne polonia puola polska polsko lengyelorszag polonya πολωνια польша польща ホーラント 波兰 폴란드
pm|St. Pierre and Miquelon|stpierremiquelon spm stpierreundmiquelon saintpierreetmiquelon sanpedroymiquelon saintpierreemiquelon saopedroemiquelao saintpierreenmiquelon stpierreochmiquelon saintpierreogmiquelon saintpierrejamiquelon saintpierreimiquelon saintpierreamiquelon saintpierreesmiquelon saintpierresimiquelon saintpierrevemiquelon σενπιερκαιμικελον сенпьеримикелон сенпʼєрімікелон サンヒエール島ミクロン島 圣皮埃尔和密克隆群岛 생피에르미클롱
pn|Pitcairn Islands|pcn pitcairninseln ilespitcairn islaspitcairn isolepitcairn ilhaspitcairn pitcairneilanden pitcairnoarna pitcairn pitcairnøyene pitcairnovyostrovy pitcairnoveostrovy pitcairnszigetek insulelepitcairn pitcairnadaları νησοιπιτκερν овапиткэрн островипіткерн ヒトケアン諸島 皮特凯恩群岛 핏케언제도
pr|Puerto Rico|pri portorico portoryko portoriko πουερτορικο пуэрторико пуерторико フエルトリコ 波多黎各 푸에르토리코
ps|Palestinian Territories|palestine stateofpalestine palestinestateof pse palastinensischeautonomiegebiete territoirespalestiniens territoriospalestinos territoripalestinesi palestijnsegebieden palestinskaterritorierna depalæstinensiskeomrader detpalestinskeomradet palestiinalaisalue terytoriapalestynskie palestinskauzemi palestinskeuzemia palesztinautonomia teritoriilepalestiniene filistinbolgeleri παλαιστινιακαεδαφη палестинскиетерритории палестинськітериторіі ハレスチナ自治区 巴勒斯坦领土 팔레스타인지구
pt|Portugal|prt portogallo portugali portugalia portugalsko portekiz πορτογαλια португалия португалія ホルトカル 葡萄牙 포르투갈
pw|Palau|plw palaos παλαου палау ハラオ 帕劳 팔라우
py|Paraguay|pry paraguai paragwaj paraguaj παραγουαη парагваи ハラクアイ 巴拉圭 파라과이
qa|Qatar|qat katar catar καταρ катар カタール 卡塔尔 카타르
re|Réunion|reu lareunion riunione reuniao ρεινιον реюньон реюньион レユニオン 留尼汪 레위니옹
ro|Romania|rou rumanien roumanie rumania romenia roemenie rumænien rumunia rumunsko romanya ρουμανια румыния румунія ルーマニア 罗马尼亚 루마니아
rs|Serbia|srb serbien serbie servia servie srbsko szerbia sırbistan σερβια сербия сербія セルヒア 塞尔维亚 세르비아
ru|Russia|rus russland russie rusia rusland ryssland venaja rosja rusko oroszorszag rusya ρωσια россия росія ロシア 俄罗斯 러시아 russianfederation russischefoderation
rw|Rwanda|rwa ruanda ρουαντα руанда ルワンタ 卢旺达 르완다
sa|Saudi Arabia|sau saudiarabien arabiesaoudite arabiasaudi arabiasaudita saoediarabie arabiasaudyjska saudskaarabie saudskaarabia szaudarabia suudiarabistan σαουδικηαραβια саудовскаяаравия саудівськааравія サウシアラヒア 沙特阿拉伯 사우디아라비아 ksa kingdomofsaudiarabia
sb|Solomon Islands|slb salomonen ilessalomon islassalomon isolesalomone ilhassalomao salomonseilanden salomonoarna salomonøerne salomonøyene salomonsaaret wyspysalomona salamounovyostrovy salamunoveostrovy salamonszigetek insulelesolomon solomonadaları νησοισολομωντοσ соломоновыова соломоновіострови ソロモン諸島 所罗门群岛 솔로몬제도
sc|Seychelles|syc seychellen seicheles seychellerna seychellerne seychellene seychellit seszele seychely seychelleszigetek seyseller σευχελλεσ сеишельскиеова сеишельськіострови セーシェル 塞舌尔 세이셸
sd|Sudan|sdn soudan sudao soedan szudan σουδαν судан スータン 苏丹 수단
se|Sweden|swe schweden suede suecia svezia zweden sverige ruotsi szwecja svedsko svedorszag suedia isvec σουηδια швеция швеція スウェーテン 瑞典 스웨덴
sg|Singapore|sgp singapur singapour singapura szingapur σιγκαπουρη сингапур сінгапур シンカホール 新加坡 싱가포르
sh|St. Helena, Ascension and Tristan da Cunha|sthelenaascensiontristandacunha shn sthelena saintehelene santaelena santelena santahelena sinthelena sainthelenaascensionjatristandacunha wyspaswietejheleny svatahelena szentilona sfantaelena sainthelena αγιαελενη овсвелены острівсвятоієлени セントヘレナ 圣赫勒拿 세인트헬레나
si|Slovenia|svn slowenien slovenie eslovenia slovenien słowenia slovinsko szlovenia slovenya σλοβενια словения словенія スロヘニア 斯洛文尼亚 슬로베니아
sj|Svalbard and Jan Mayen|svalbardjanmayen sjm spitzbergenundjanmayen svalbardetjanmayen svalbardyjanmayen svalbardejanmayen spitsbergenenjanmayen svalbardochjanmayen svalbardogjanmayen huippuvuoretjajanmayen svalbardijanmayen spicberkyajanmayen svalbardajanmayen svalbardesjanmayen svalbardsijanmayen svalbardvejanmayen σβαλμπαρντκαιγιανμαγιεν шпицбергениянмаиен шпіцбергентаянмаєн スハールハル諸島ヤンマイエン島 斯瓦尔巴和扬马延 스발바르제도얀마웬섬
sk|Slovakia|svk slowakei slovaquie eslovaquia slovacchia slowakije slovakien slovakiet słowacja slovensko szlovakia slovacia slovakya σλοβακια словакия словаччина スロハキア 斯洛伐克 슬로바키아 slovakrepublic
sl|Sierra Leone|sle sierraleona serraleoa σιεραλεονε сьерралеоне сьєрралеоне シエラレオネ 塞拉利昂 시에라리온
sm|San Marino|smr saintmarin αγιοσμαρινοσ санмарино サンマリノ 圣马力诺 산마리노
sn|Senegal|sen szenegal σενεγαλη сенегал セネカル 塞内加尔 세네갈
so|Somalia|som somalie somalsko szomalia somali σομαλια сомали сомалі ソマリア 索马里 소말리아
sr|Suriname|sur surinam σουριναμ суринам スリナム 苏里南 수리남
ss|South Sudan|ssd sudsudan soudandusud sudandelsur sudaodosul zuidsoedan sydsudan sørsudan etelasudan sudanpołudniowy jiznisudan juznysudan delszudan sudanuldesud guneysudan νοτιοσουδαν южныисудан південниисудан 南スータン 南苏丹 남수단
st|São Tomé and Príncipe|saotomeprincipe stp saotomeundprincipe saotomeetprincipe santotomeyprincipe saotomeeprincipe saotomeenprincipe saotomeochprincipe saotomeogprincipe saotomejaprincipe wyspyswietegotomaszaiksiazeca svatytomasaprincuvostrov svatytomasaprincovostrov saotomeesprincipe saotomesiprincipe saotomeveprincipe σαοτομεκαιπρινσιπε сантомеипринсипи сантомеіпринсіпі サントメフリンシヘ 圣多美和普林西比 상투메프린시페
sv|El Salvador|slv salvador salwador ελσαλβαδορ сальвадор エルサルハトル 萨尔瓦多 엘살바도르
sx|Sint Maarten|sxm saintmartinpartieneerlandaise svatymartinnizozemsko svatymartinhol αγιοσμαρτινοσολλανδικοτμημα синтмартен сінтмартен シントマールテン 荷属圣马丁 신트마르턴
sy|Syria|syrianarabrepublic syr syrien syrie siria syyria sziria suriye συρια сирия сирія シリア 叙利亚 시리아
sz|Eswatini|swz esuatini essuatini szvazifold esvatini εσουατινι эсватини есватіні エスワティニ 斯威士兰 에스와티니 swaziland
tc|Turks and Caicos Islands|turkscaicosislands tca turksundcaicosinseln ilesturquesetcaiques islasturcasycaicos isoleturksecaicos ilhasturcasecaicos turksencaicoseilanden turksochcaicosoarna turksogcaicosøerne turksogcaicosøyene turksjacaicossaaret turksicaicos turksacaicos turksescaicosszigetek insuleleturkssicaicos turksvecaicosadaları νησοιτερκσκαικαικοσ терксикаикос островитерксікаикос タークスカイコス諸島 特克斯和凯科斯群岛 터크스케이커스제도
td|Chad|tcd tschad tchad ciad chade tsjaad tsjad tsad czad cad csad τσαντ чад チャト 乍得 차드
tf|French Southern and Antarctic Lands|atf franzosischesudundantarktisgebiete terresaustralesfrancaises territoriosaustralesfranceses terreaustralifrancesi territoriosfrancesesdosul fransegebiedenindezuidelijkeindischeoceaan franskasydterritorierna defranskebesiddelseridetsydligeindiskeoceanogantarktis defranskesørterritorier ranskanetelaisetjaantarktisetalueet francuskieterytoriapołudnioweiantarktyczne francouzskajizniuzemi francuzskejuzneaantarktickeuzemia franciadeliteruletek teritoriileaustralesiantarcticefranceze fransızguneytoprakları γαλλικανοτιαεδαφη французскиеюжныетерритории французькіпівденнітериторіі 仏領極南諸島 法属南部领地 프랑스령남방지역
tg|Togo|tgo τογκο того トーコ 多哥 토고
th|Thailand|tha thailande tailandia thailandia thaimaa tajlandia thajsko thaifold thailanda tayland ταιλανδη таиланд таіланд タイ 泰国 태국
tj|Tajikistan|tjk tadschikistan tadjikistan tayikistan tagikistan tadjiquistao tadzjikistan tadsjikistan tadzikistan tadzykistan tadzsikisztan tacikistan τατζικισταν таджикистан タシキスタン 塔吉克斯坦 타지키스탄
tk|Tokelau|tkl tokelauoarna τοκελαου токелау トケラウ 托克劳 토켈라우
tl|Timor-Leste|easttimor tmp tls timororiental timorest oosttimor osttimor østtimor itatimor timorwschodni vychodnitimor vychodnytimor kelettimor τιμορλεστε восточныитимор тиморлешті 東ティモール 东帝汶 동티모르
tm|Turkmenistan|tkm turcomenistao turkmensko turkmenisztan τουρκμενισταν туркменистан туркменістан トルクメニスタン 土库曼斯坦 투르크메니스탄
tn|Tunisia|tun tunesien tunisie tunez tunesie tunisien tunezja tunisko tunezia tunus τυνησια тунис туніс チュニシア 突尼斯 튀니지
to|Tonga|ton τονγκα тонга トンカ 汤加 통가
tr|Türkiye|tur turkei turquie turquia turchia turkije turkiet tyrkiet tyrkia turkki turcja turecko torokorszag turcia τουρκια турция туреччина トルコ 土耳其 튀르키예 turkey
tt|Trinidad and Tobago|trinidadtobago tto trinidadundtobago triniteettobago trinidadytobago trinidadetobago trinidadentobago trinidadochtobago trinidadogtobago trinidadjatobago trynidaditobago trinidadatobago trinidadestobago trinidadsitobago trinidadvetobago τρινινταντκαιτομπαγκο тринидадитобаго тринідадітобаго トリニタートトハコ 特立尼达和多巴哥 트리니다드토바고
tv|Tuvalu|tuv τουβαλου тувалу ツハル 图瓦卢 투발루
tw|Taiwan|twn tajwan tchajwan tajvan tayvan ταιβαν таивань 台湾 대만 roc taiwanprovinceofchina
tz|Tanzania|unitedrepublicoftanzania tza tansania tanzanie tanzanya τανζανια танзания танзанія タンサニア 坦桑尼亚 탄자니아
ua|Ukraine|ukr ucrania ucraina oekraine ukraina ukrajina ukrajna ukrayna ουκρανια украина украіна ウクライナ 乌克兰 우크라이나
ug|Uganda|uga ouganda oeganda ουγκαντα уганда ウカンタ 乌干达 우간다
um|U.S. Outlying Islands|umi amerikanischeuberseeinseln ilesmineureseloigneesdesetatsunis islasmenoresalejadasdeeeuu isoleminoriesternedeglistatiuniti ilhasmenoresdistantesdoseua kleineafgelegeneilandenvandeverenigdestaten usasyttreoar amerikanskeoversøiskeøer usasytreøyer yhdysvaltainerillissaaret dalekiewyspymniejszestanowzjednoczonych mensiodlehleostrovyusa mensieodlahleostrovyusa azusalakatlankulbirtokai insuleleindepartatealesua abdkucukhariciadaları απομακρυσμενεσνησιδεσηπα внешниемалыеовасша віддаленіостровисша 合衆国領有小離島 美国本土外小岛屿 미국령해외제도
us|United States|usa vereinigtestaaten etatsunis estadosunidos statiuniti verenigdestaten yhdysvallat stanyzjednoczone spojenestaty egyesultallamok stateleunitealeamericii amerikabirlesikdevletleri ηνωμενεσπολιτειεσ соединенныештаты сполученіштати アメリカ合衆国 美国 미국 us unitedstatesofamerica theunitedstates america estadosunidosdeamerica vereinigtestaatenvonamerika etatsunisdamerique eeuu eua amerika verenigdestatenvanamerika
uy|Uruguay|ury uruguai urugwaj uruguaj ουρουγουαη уругваи ウルクアイ 乌拉圭 우루과이
uz|Uzbekistan|uzb usbekistan ouzbekistan uzbequistao oezbekistan uzbegisztan ozbekistan ουζμπεκισταν узбекистан ウスヘキスタン 乌兹别克斯坦 우즈베키스탄
va|Vatican City|holysee vat vatikanstadt etatdelaciteduvatican ciudaddelvaticano cittadelvaticano cidadedovaticano vaticaanstad vatikanstaten vatikaani watykan vatikan statulcetatiivaticanului βατικανο ватикан ハチカン市国 梵蒂冈 바티칸시국
vc|St. Vincent and Grenadines|stvincentgrenadines vct stvincentunddiegrenadinen saintvincentetlesgrenadines sanvicenteylasgranadinas saintvincentegrenadine saovicenteegranadinas saintvincentendegrenadines stvincentochgrenadinerna saintvincentoggrenadinerne stvincentoggrenadinene saintvincentjagrenadiinit saintvincentigrenadyny svatyvincencagrenadiny svatyvincentagrenadiny saintvincentesagrenadineszigetek saintvincentsigrenadinele saintvincentvegrenadinler αγιοσβικεντιοσκαιγρεναδινεσ сентвинсентигренадины сентвінсентігренадіни セントヒンセント及ひクレナティーン諸島 圣文森特和格林纳丁斯 세인트빈센트그레나딘
ve|Venezuela|ven wenezuela βενεζουελα венесуэла венесуела ヘネスエラ 委内瑞拉 베네수엘라
vg|British Virgin Islands|britishvirginislands vgb britischejungferninseln ilesviergesbritanniques islasvirgenesbritanicas isoleverginibritanniche ilhasvirgensbritanicas britsemaagdeneilanden brittiskajungfruoarna debritiskejomfruøer debritiskejomfruøyene brittilaisetneitsytsaaret brytyjskiewyspydziewicze britskepanenskeostrovy britvirginszigetek insulelevirginebritanice britanyavirjinadaları βρετανικεσπαρθενεσνησοι виргинскиеовавеликобритания британськівіргінськіострови 英領ウァーシン諸島 英属维尔京群岛 영국령버진아일랜드
vi|U.S. Virgin Islands|vir amerikanischejungferninseln ilesviergesdesetatsunis islasvirgenesdeeeuu isoleverginiamericane ilhasvirgensamericanas amerikaansemaagdeneilanden amerikanskajungfruoarna deamerikanskejomfruøer deamerikanskejomfruøyene yhdysvaltainneitsytsaaret wyspydziewiczestanowzjednoczonych americkepanenskeostrovy amerikaivirginszigetek insulelevirgineamericane abdvirjinadaları αμερικανικεσπαρθενεσνησοι виргинскиеовасша віргінськіостровисша 米領ウァーシン諸島 美属维尔京群岛 미국령버진아일랜드
vn|Vietnam|vnm vietna wietnam βιετναμ вьетнам вʼєтнам ヘトナム 越南 베트남
vu|Vanuatu|vut βανουατου вануату ハヌアツ 瓦努阿图 바누아투
wf|Wallis and Futuna|wallisfutuna wlf wallisundfutuna wallisetfutuna wallisyfutuna wallisefutuna wallisenfutuna wallisochfutunaoarna wallisogfutuna wallisjafutuna wallisifutuna wallisafutuna wallisesfutuna wallissifutuna wallisvefutuna γουαλισκαιφουτουνα уоллисифутуна уоллісіфутуна ウォリスフツナ 瓦利斯和富图纳 왈리스푸투나제도
ws|Samoa|wsm szamoa σαμοα самоа サモア 萨摩亚 사모아
ye|Yemen|yem ymd jemen iemen υεμενη иемен ємен イエメン 也门 예멘
yt|Mayotte|myt majotta μαγιοτ маиотта マヨット 马约特 마요트
za|South Africa|zaf sudafrika afriquedusud sudafrica africadosul zuidafrika sydafrika sørafrika etelaafrikka republikapołudniowejafryki jihoafrickarepublika juznaafrika delafrikaikoztarsasag africadesud guneyafrika νοτιααφρικη южноафриканскаяреспублика південноафриканськареспубліка 南アフリカ 南非 남아프리카
zm|Zambia|zmb sambia zambie zambiya ζαμπια замбия замбія サンヒア 赞比亚 잠비아
zw|Zimbabwe|zwe simbabwe zimbabue zimbabve ζιμπαμπουε зимбабве зімбабве シンハフエ 津巴布韦 짐바브웨
xk|Kosovo|xkk kosowo koszovo kosova κοσσυφοπεδιο косово コソホ 科索沃 코소보
"""
"""A row a country: its code, its English name, and its other names: lower case, letters and digits without accents."""

_PARTS = {
    "us": "al alabama ak alaska az arizona ar arkansas ca california co colorado ct connecticut de delaware dc "
    "districtofcolumbia washingtondc fl florida ga georgia hi hawaii id idaho il illinois in indiana ia iowa ks kansas ky "
    "kentucky la louisiana me maine md maryland ma massachusetts mi michigan mn minnesota ms mississippi mo missouri mt "
    "montana ne nebraska nv nevada nh newhampshire nj newjersey nm newmexico ny newyork newyorkstate nc northcarolina nd "
    "northdakota oh ohio ok oklahoma or oregon pa pennsylvania pr puertorico ri rhodeisland sc southcarolina sd southdakota "
    "tn tennessee tx texas ut utah vt vermont va virginia wa washington washingtonstate wv westvirginia wi wisconsin wy "
    "wyoming",
    "ca": "ab alberta bc britishcolumbia colombiebritannique mb manitoba nb newbrunswick nouveaubrunswick nl "
    "newfoundland newfoundlandandlabrador ns novascotia nouvelleecosse nt northwestterritories nu nunavut on ont ontario "
    "pe pei princeedwardisland qc pq quebec sk saskatchewan yt yukon",
    "au": "nsw newsouthwales qld queensland sa southaustralia tas tasmania vic victoria westernaustralia act "
    "australiancapitalterritory northernterritory",
}
"""States, provinces and territories, and their postal codes, by country; WA is Washington, NT in Canada."""

_TELEPHONE_CODES = """\
us1 ru7 eg20 za27 gr30 nl31 be32 fr33 es34 hu36 it39 ro40 ch41 at43 gb44 dk45 se46 no47 pl48 de49 pe51 mx52 cu53 ar54 br55
cl56 co57 ve58 my60 au61 id62 ph63 nz64 sg65 th66 jp81 kr82 vn84 cn86 tr90 in91 pk92 af93 lk94 mm95 ir98 ss211 ma212 dz213
tn216 ly218 gm220 sn221 mr222 ml223 gn224 ci225 bf226 ne227 tg228 bj229 mu230 lr231 sl232 gh233 ng234 td235 cf236 cm237
cv238 st239 gq240 ga241 cg242 cd243 ao244 gw245 sc248 sd249 rw250 et251 so252 dj253 ke254 tz255 ug256 bi257 mz258 zm260
mg261 re262 zw263 na264 mw265 ls266 bw267 sz268 km269 er291 aw297 fo298 gl299 gi350 pt351 lu352 ie353 is354 al355 mt356
cy357 fi358 bg359 lt370 lv371 ee372 md373 am374 by375 ad376 mc377 sm378 ua380 rs381 me382 xk383 hr385 si386 ba387 mk389
cz420 sk421 li423 bz501 gt502 sv503 hn504 ni505 cr506 pa507 ht509 gp590 bo591 gy592 ec593 gf594 py595 mq596 sr597 uy598
tl670 bn673 nr674 pg675 to676 sb677 vu678 fj679 pw680 ws685 ki686 nc687 tv688 pf689 kp850 hk852 mo853 kh855 la856 bd880
tw886 mv960 lb961 jo962 sy963 iq964 kw965 sa966 ye967 om968 ps970 ae971 il972 bh973 qa974 bt975 mn976 np977 tj992 tm993
az994 ge995 kg996 uz998
"""
"""A country before its code; the larger one where several share a code."""

CANADIAN_AREAS = frozenset(
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 "
    "537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942".split()
)
"""What follows +1 in Canada."""


def fold_place(text: str) -> str:
    """Return the name of a place for comparison: its letters and digits, in lower case and without accents."""
    letters = unicodedata.normalize("NFKD", text[:80].casefold().strip().removeprefix("the "))
    return "".join([character for character in letters if character.isalnum()])


_ROWS = [row.split("|") for row in _COUNTRIES.splitlines()]
NAME_OF_COUNTRY = {code: name for code, name, _ in _ROWS}
"""By code (ISO 3166, lower case): the English name."""
COUNTRY_OF_NAME: dict[str, str] = {}
"""By code, and by folded name: the code of the country."""
for _code, _name, _others in _ROWS:
    for _written in (_code, fold_place(_name), *_others.split()):
        COUNTRY_OF_NAME.setdefault(_written, _code)
COUNTRY_OF_STATE = {part: country for country in reversed(_PARTS) for part in _PARTS[country].split()}
COUNTRY_OF_PHONE = {code[2:]: code[:2] for code in _TELEPHONE_CODES.split()}
