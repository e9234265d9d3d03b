"""Family names in Han characters.

`CHINESE` maps a family name to its spelling in pinyin, then to those usual in Hong Kong, Taiwan, Singapore
and Malaysia; the most common names of the Ministry of Public Security's list, in simplified and traditional
characters, and those of two characters. The readings are those of the family name, where the character has
several (单 Shan, 曾 Zeng). `JAPANESE` holds family names of two characters and more that are Japanese;
`JAPANESE_GIVEN` the endings of given names that no Chinese name has. A name that matches them cannot be
romanised: 山田 may be read only by who knows its bearer.
"""

from guessmail.data.rows import rows, words

__all__ = ["CHINESE", "JAPANESE", "JAPANESE_GIVEN"]

_CHINESE = """
    王 wang wong; 李 li lee; 张 zhang; 張 zhang chang cheung; 刘 liu; 劉 liu lau; 陈 chen;
    陳 chen chan tan; 杨 yang; 楊 yang yeung; 黄 huang; 黃 huang wong; 赵 zhao; 趙 zhao chao chiu; 吴 wu;
    吳 wu ng; 周 zhou chou chow; 徐 xu hsu tsui; 孙 sun; 孫 sun suen; 马 ma; 馬 ma; 朱 zhu chu; 胡 hu wu;
    郭 guo kuo kwok; 何 he ho; 林 lin lam lim; 高 gao kao ko; 罗 luo; 羅 luo lo law; 郑 zheng;
    鄭 zheng cheng; 梁 liang leung; 谢 xie; 謝 xie hsieh tse; 宋 song sung; 唐 tang tong; 许 xu;
    許 xu hsu hui; 韩 han; 韓 han hon; 邓 deng; 鄧 deng teng tang; 冯 feng; 馮 feng fung; 曹 cao tsao;
    彭 peng pang; 曾 zeng tseng tsang; 肖 xiao; 蕭 xiao hsiao siu; 萧 xiao; 田 tian tien; 董 dong tung;
    潘 pan poon; 袁 yuan yuen; 蔡 cai tsai choi; 蒋 jiang; 蔣 jiang chiang; 余 yu yue; 于 yu; 於 yu;
    杜 du tu to; 叶 ye; 葉 ye yeh yip; 程 cheng ching; 魏 wei ngai; 苏 su; 蘇 su so; 吕 lu lv lyu;
    呂 lu lv lui; 丁 ding ting; 任 ren jen yam; 卢 lu; 盧 lu lo; 姚 yao yiu; 沈 shen sham; 钟 zhong;
    鍾 zhong chung; 姜 jiang chiang; 崔 cui tsui; 谭 tan; 譚 tan tam; 陆 lu; 陸 lu luk; 范 fan; 汪 wang;
    廖 liao liu; 石 shi shih shek; 金 jin chin; 韦 wei; 韋 wei; 贾 jia; 賈 jia; 夏 xia hsia ha; 付 fu;
    傅 fu; 方 fang fong; 邹 zou; 鄒 zou tsou; 熊 xiong hsiung hung; 白 bai pai pak; 孟 meng mang;
    秦 qin chin; 邱 qiu chiu yau; 侯 hou hau; 江 jiang chiang kong; 尹 yin wan; 薛 xue hsueh sit; 闫 yan;
    閆 yan; 段 duan tuan; 雷 lei lui; 龙 long; 龍 long lung; 黎 li lai; 史 shi shih sze; 陶 tao to;
    贺 he; 賀 he ho; 毛 mao mo; 郝 hao; 顾 gu; 顧 gu ku koo; 龚 gong; 龔 gong kung; 邵 shao siu; 万 wan;
    萬 wan man; 覃 qin tan; 武 wu; 钱 qian; 錢 qian chien chin; 戴 dai tai; 严 yan; 嚴 yan yen yim;
    莫 mo mok; 孔 kong kung hung; 向 xiang; 常 chang; 汤 tang; 湯 tang tong; 康 kang hong; 易 yi;
    乔 qiao; 喬 qiao; 赖 lai; 賴 lai; 文 wen man; 洪 hong hung; 樊 fan; 施 shi shih sze; 牛 niu;
    葛 ge kot; 季 ji; 安 an; 齐 qi; 齊 qi; 倪 ni; 章 zhang; 伍 wu ng; 鲁 lu; 魯 lu; 阎 yan; 閻 yan;
    庄 zhuang; 莊 zhuang chuang chong; 卓 zhuo cheuk; 管 guan; 柯 ke ko or; 关 guan; 關 guan kwan;
    焦 jiao; 梅 mei mui; 岳 yue; 凌 ling; 温 wen; 溫 wen wan; 欧 ou; 歐 ou au; 聂 nie; 聶 nie nip;
    单 shan; 單 shan sin; 解 xie; 翟 zhai; 耿 geng; 殷 yin; 祝 zhu chuk; 俞 yu; 詹 zhan jim; 左 zuo;
    涂 tu; 包 bao pao; 裴 pei; 尚 shang; 毕 bi; 畢 bi but; 霍 huo fok; 路 lu; 纪 ji; 紀 ji; 甘 gan kam;
    司 si; 麦 mai; 麥 mai mak; 游 you yau; 阮 ruan yuen; 宁 ning; 寧 ning; 饶 rao; 饒 rao; 柳 liu lau;
    童 tong tung; 项 xiang; 項 xiang hong; 辛 xin; 曲 qu; 盛 sheng; 申 shen; 苗 miao; 隋 sui; 应 ying;
    應 ying; 柏 bai; 车 che; 車 che; 房 fang; 符 fu; 华 hua; 華 hua wah; 简 jian; 簡 jian kan; 蓝 lan;
    藍 lan; 连 lian; 連 lian; 骆 luo; 駱 luo lok; 缪 miao; 繆 miao; 宗 zong; 屈 qu wat; 冉 ran; 桂 gui;
    席 xi; 谷 gu; 乐 yue le; 樂 yue; 仇 qiu; 查 zha; 朴 piao; 朱 zhu chu; 全 quan; 佘 she; 冼 xian sin;
    邝 kuang; 鄺 kuang kwong; 區 ou au; 区 ou; 容 rong yung; 岑 cen shum; 池 chi; 滕 teng; 艾 ai; 瞿 qu;
    習 xi; 习 xi; 佟 tong; 蒲 pu; 欧阳 ouyang; 歐陽 ouyang auyeung; 司马 sima; 司馬 sima; 诸葛 zhuge;
    諸葛 zhuge; 上官 shangguan; 司徒 situ szeto; 皇甫 huangfu; 慕容 murong; 令狐 linghu; 东方 dongfang;
    尉迟 yuchi; 公孙 gongsun; 夏侯 xiahou; 长孙 zhangsun; 端木 duanmu
"""
CHINESE = rows(_CHINESE)

JAPANESE = frozenset(
    words(
        """
    佐藤 鈴木 高橋 田中 渡辺 渡邊 渡邉 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤
    斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本
    遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田
    上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野
    杉山 増田 平野 大塚 菅原 小島 千葉 久保 松井 岩崎 桜井 木下 野口 松尾 菊地 菊池 野村 佐野 大西 杉本
    新井 浜田 市川 古川 小松 高野 水野 吉川 島田 山内 西田 西川 北村 五十嵐 川村 川口 川崎 平田 本田 土屋
    八木 松下 樋口 岩田 石原 大久保 大石 堀江 黒田 秋山 星野 永井 河合 飯田 吉野 熊谷 西山 津田 永田 広瀬
    大山 植村 志村 徳田 豊田 森本 北川 鎌田 奥田 岩本 安田 亀田 村松 小澤 小沢 緒方 関口 福島 岩井 浅野
    三宅 東山 荒木 荒井 大島 平井 中田 中西 松岡 望月 矢野 成田 服部 片山 川上 宮田 大谷 栗原 松原 伊東
    早川 中沢 馬場 椎名 宮沢 宮澤 黒木 黒沢 黒澤 村山 村井 吉村 吉岡 内藤 本間 大森 小山 小池 小西 小泉
    小田 山中 山根 山形 須藤 田口 田辺 田代 白石 白井 石橋 神田 福井 福本 萩原 飯塚 高山 高島 鶴田 榎本
    横田 沢田 澤田 浜崎 濱田 滝沢 瀬戸 片岡 牧野 町田 相馬 稲垣 織田
    """
    )
)

JAPANESE_GIVEN = (
    "太郎",
    "一郎",
    "二郎",
    "次郎",
    "三郎",
    "四郎",
    "五郎",
    "史郎",
    "士郎",
    "之介",
    "之助",
    "郎",
    "衛",
    "々",
    "菜々",
    "恵子",
    "美子",
    "由美",
    "子",
)
