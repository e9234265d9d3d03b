"""Korean names in Latin letters.

`INITIALS`, `VOWELS`, `FINALS` spell the three letters of a syllable in the order of Unicode's arithmetic (The
Unicode Standard, 3.12), by the Revised Romanization of 2000 without assimilation, as that rule says for
names. `SURNAMES` gives the usual spelling of each family name first, then others in use; `GIVEN` the usual
spelling of syllables of given names. Both follow the passport statistics of Korea's Ministry of Foreign
Affairs as far as they are generally known.
"""

from guessmail.data.rows import rows, words

__all__ = ["FINALS", "GIVEN", "INITIALS", "SURNAMES", "TWO_SYLLABLE_SURNAMES", "VOWELS"]

INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
VOWELS = words(
    """
    a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i
    """
)
FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "").split(" ")

_SURNAMES = """
    김 kim gim; 이 lee yi rhee; 박 park bak pak; 최 choi choe; 정 jung jeong chung; 강 kang gang;
    조 cho jo; 윤 yoon yun; 장 jang chang; 임 lim im; 한 han; 오 oh o; 서 seo suh; 신 shin sin;
    권 kwon gwon; 황 hwang; 안 ahn an; 송 song; 류 ryu yoo; 유 yoo yu; 홍 hong; 전 jeon jun chun;
    고 ko go koh; 문 moon mun; 양 yang; 손 son sohn; 배 bae; 백 baek paik; 허 heo hur huh; 남 nam;
    심 shim sim; 노 noh roh no; 하 ha; 곽 kwak gwak; 성 sung seong; 차 cha; 주 joo ju; 우 woo u;
    구 koo gu ku; 민 min; 나 na; 진 jin; 지 ji jee; 엄 eom um; 채 chae; 원 won; 천 cheon chun; 방 bang;
    공 kong gong; 현 hyun hyeon; 함 ham; 변 byun byeon; 여 yeo; 추 choo chu; 도 do; 석 seok suk;
    선 sun seon; 설 seol sul; 마 ma; 길 gil kil; 연 yeon; 위 wi wee; 표 pyo; 명 myung myeong; 기 ki gi;
    반 ban; 왕 wang; 금 keum geum; 옥 ok; 육 yook yuk; 인 in; 맹 maeng; 제 je; 모 mo; 탁 tak;
    국 kook guk; 어 eo; 은 eun; 편 pyun pyeon; 용 yong; 예 ye; 경 kyung gyeong; 봉 bong; 사 sa;
    부 boo bu; 황보 hwangbo; 남궁 namkung namgung; 제갈 jegal; 선우 sunwoo seonu; 독고 dokgo
"""
SURNAMES = rows(_SURNAMES)
TWO_SYLLABLE_SURNAMES = frozenset(name for name in SURNAMES if len(name) == 2)

_GIVEN = """
    성 sung; 영 young; 현 hyun; 정 jung; 경 kyung; 희 hee; 준 jun; 우 woo; 주 joo; 수 soo; 훈 hoon;
    연 yeon; 윤 yoon; 혜 hye; 유 yu; 하 ha; 예 ye; 건 gun; 근 keun; 기 ki; 규 kyu; 석 seok; 철 chul; 선 sun; 명 myung; 형 hyung; 병 byung;
    은 eun; 승 seung; 태 tae; 재 jae; 동 dong; 상 sang; 용 yong; 진 jin; 민 min; 지 ji; 호 ho; 원 won;
    미 mi; 숙 sook; 순 soon; 옥 ok; 자 ja; 춘 choon; 구 koo; 국 kook; 광 kwang; 권 kwon; 관 kwan;
    강 kang; 필 pil; 별 byul; 희 hee; 휘 hwi; 길 gil; 서 seo
"""
GIVEN = {syllable: usual for syllable, (usual,) in rows(_GIVEN).items()}
