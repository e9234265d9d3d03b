"""The syllables of Standard Chinese in pinyin without tones (ISO 7098:2015): each initial with its finals."""

from guessmail.data.rows import words

__all__ = ["LOOKALIKES", "SYLLABLES"]

_ROWS = """
    - a ai an ang ao e ei en er o ou
    b a ai an ang ao ei en eng i ian iao ie in ing o u
    p a ai an ang ao ei en eng i ian iao ie in ing o ou u
    m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
    f a an ang ei en eng o ou u
    d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
    t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
    n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue
    l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue
    g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    j i ia ian iang iao ie in ing iong iu u uan ue un
    q i ia ian iang iao ie in ing iong iu u uan ue un
    x i ia ian iang iao ie in ing iong iu u uan ue un
    zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
    ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
    sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
    r an ang ao e en eng i ong ou u ua uan ui un uo
    z a ai an ang ao e ei en eng i ong ou u uan ui un uo
    c a ai an ang ao e en eng i ong ou u uan ui un uo
    s a ai an ang ao e en eng i ong ou u uan ui un uo
    y a an ang ao e i in ing o ong ou u uan ue un
    w a ai an ang ei en eng o u
"""

SYLLABLES = frozenset(
    ("" if initial == "-" else initial) + final
    for initial, *finals in map(str.split, _ROWS.strip().splitlines())
    for final in finals
)

LOOKALIKES = frozenset(
    words(
        """
    lee dan ben lan ann anna ana nina lena mike luke pete rene mina lisa lila mila ali alan allan adan aidan
    bella susan susana eden helen ellen selena elena nadia maria marina china diana juan luan han ian
    kai kim lea leo lea luis mai mae mia nan noa noah roman rena rosa sasha tina tania tanya yana yan
    yuri gina hana hanna hannah dana dina damian dean duane eva fabian gabe jane jean june jin joan
    laura leila lina linda lola lara mara manuel milan nora paula pia raul renata sara sean sonia tara
    tia vera wade wendy zane zoe ada ida ugo hugo bo dane cole cale chase case base shane shawn ethan
    nathan logan megan regan duncan susanne suzanne joanne roxanne marianne leanne dianne adrian adriana
    liane lianne diane
    """
    )
)
"""Given names of other languages that fall into pinyin syllables all the same."""
