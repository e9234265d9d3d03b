"""Given names in Latin letters of languages whose family name comes first, and English ones beside them.

Collected by hand from what is generally known of each language's common names.
"""

from guessmail.data.rows import words

__all__ = ["BURMESE", "JAPANESE", "SOUTHERN_CHINESE", "VIETNAMESE"]

JAPANESE = frozenset(
    words(
        """
    taro hanako jiro ichiro saburo shiro goro kenji kenta kenichi ken keiko keita keisuke kazuki kazuo kazuya
    kazuko kazuhiro kazuhiko takashi takeshi takuya takumi takuma takahiro takako tatsuya tetsuya tetsuo
    toshio toshiaki toshiyuki tomoko tomoyuki tomohiro tomoya tsuyoshi hiroshi hiroyuki hiroki hiroko hiromi
    hiroaki hideo hideki hideaki hiroto haruto haruka haruki hana hikari hitoshi hisashi ai aiko akira akiko
    akihiro akihiko aki asuka atsushi atsuko ayaka ayako aya ayumi chika chikako chiaki chie daiki daisuke
    daichi emi emiko eri eriko etsuko fumiko fumio fumiaki isamu izumi junko junichi jun kaori kana kanako
    kaoru katsuya katsumi kei kentaro koichi koji kosuke kohei kota kumiko kyoko maki makoto mai maiko mami
    mamoru manabu mariko masao masato masaki masaru masahiro masaaki masashi masayuki masami masumi mayumi
    mayuko megumi michiko mika miki minoru misaki mitsuru mitsuo miwa miyuki miho mio momoko motoko nana
    nanako naoki naoko naoto naomi natsuki natsumi nobuo nobuyuki nobuko nobuhiro noboru noriko noriyuki osamu
    reiko rei ren rie rika riku riko rina ryo ryota ryoko ryosuke ryuichi ryuji sachiko saki sakura satoru
    satoshi satomi sayaka sayuri seiji seiichi shigeru shigeo shin shinichi shinji shingo shinya shinobu sho
    shota shohei shoko shuichi shuji shun shunsuke sora sota soichiro sumiko susumu tadashi tadao takao yasuko
    yasuo yasuhiro yasushi yasuyuki yoichi yoko yoshiko yoshio yoshiki yoshihiro yoshinori yoshiaki yosuke yui
    yuichi yuji yuka yukari yuki yukiko yukio yuko yumi yumiko yuri yuriko yusuke yuta yuto yutaka yuya tarou
    aoi itsuki minato yuma asahi hinata mei rin himari tsubasa tsukasa takeo tsutomu teruo terumi toru wataru
    """
    )
)
VIETNAMESE = frozenset(
    words(
        """
    anh an bao binh chau chi cuong dao dat diem dieu dung duc duy giang ha hai han hang hanh hau hien hieu hoa
    hoai hong hung huong huy huyen khai khanh khiem khoa khoi kien kim lan linh loan loc long mai minh my nam
    nga ngan nghia ngoc nguyet nhan nhi nhu nhung phat phong phu phuc phuong quan quang quoc quy quyen quynh
    son tai tam tan thang thanh thao thi thien thinh thu thuan thuy thuong tien tin toan trang tri trinh trong
    trung tu tuan tung tuyen tuyet uyen van viet vinh vy xuan yen thuc dang ngan tham khuong
    """
    )
)
"""Parts of given names, too."""

BURMESE = frozenset(
    words(
        """
    aung kyaw zin myo thant win tun tin htun maung khin mar oo hla soe zaw min thein than nyunt swe lwin naing
    moe thu htet phyo wai yan nay ye zar mya aye htoo kyi san lin htay sein tint wint shwe nyein hnin thida
    thuzar yin nwe ohn chit
    """
    )
)
"""Words of Burmese names, which have no family name; a respectful U, Daw, Ko or Ma may stand before them."""

SOUTHERN_CHINESE = frozenset(
    words(
        """
    ah aik ai an ann ang bak ban bao bee beng bin bok boh boi boon bun chai cheang chee cheng cheok cheong cher cheung
    chew chiang chiap chiew chik chim chin ching chiok chit choi chok chong choo choon chor chow choy chuan chuang chui chun
    chung chye chuen eng een eik er eu fai fan fatt fook fong foon fu fui fun fung gek geok gim giok guan guat gwek hai han
    hang hao heng heong heok hee hiang hiap hin hing hiok hoe hoi hok hon hong hoo hooi hoon hor hou how hua huat hui hun
    hung huey huay hwa hwang hwee im jia jiak jin jit joo joon jong jun jui kah kai kam kan kang kar kat kau keat kee kek
    keng keong kheng khai khee khek khim khin khiam khoon khong khuan khuang khuen khye kian kiang kiat kien kiew kim kin
    king kiok kit kiu kok kong koon kooi kuan kuang kuek kui kum kun kung kuok kuen kwai kwan kwang kwee kwei kwok kwong
    kye lai lam lan lang lay leng leong ler leung liang lian liap liew lin ling liong lok long looi loon lui luan
    lum lun lung man mee mei mein meng mey mian miang min ming mooi moi moh mok mow mui mun nam nai neo ngai ngan ngee ngo
    ngoh nga nghee ngiap ngoi ngok nyan nyet nyuk oi onn ooi oon pak pang peck pei peng phaik phang phee pheng phin phoy pik
    pin ping piow poh pok pong poo poon poey por pow puay pui quan quee sai sam san sang sau say see seck seik seng seok
    seong ser sew shiang shin shing shio shiow shiong shoo shu shui shun shyan siak siam sian siang siao sien siew sik sim
    sin sing siok siong siow siu soo sook soon sou suan sui suk sum sun sung swee swi tai tak tat tean teck tee teik teng
    teong teow thai thau thean theng thiam thian thien thim thin thong thye tiam tian tiang tiat tien tin ting tiong tong
    toon tuan tuck tuk tung tze tzu wah wai wan wang wee wei weng wing woon yang yan yau yee yein yen yeng yeok yeong
    yew yik yim yin ying yip yit yoke yok yong yoong yoon yow yuan yue yuen yuet yuk yun yung hean ean ewe gaik geh giap
    heok hiong hoay hock hoong jee jek jiann jiunn jye kaw khang khiang kiong kooi lean leh lek luang lye mah mong neng
    ngim nyok pheck phuan pooi puan saw seah seow shee shyh siak sieh siang soh su tiak tiew toong wooi yap
    kow voon vun von yeow yih ying yu zhen
    """
    )
)
"""Syllables of given names of Singapore and Malaysia, in Hokkien, Teochew, Cantonese, Hakka, Hainanese."""
