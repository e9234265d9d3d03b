"""Given names in Latin letters of languages whose family name comes first, and English ones beside them.

Collected by hand from what is generally known of each language's common names.
"""

from guessmail.data.rows import words

__all__ = ["BURMESE", "JAPANESE", "VIETNAMESE"]

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
