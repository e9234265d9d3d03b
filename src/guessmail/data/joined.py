"""Words that are one name with the word before them, where people write a space for the apostrophe.

Collected by hand: Irish family names with Ó (MacLysaght, "The Surnames of Ireland"), Italian, French and Portuguese
ones with an elided article or preposition.
"""

from guessmail.data.rows import words

__all__ = ["ELISIONS", "IRISH", "JOINED_LOWER"]

IRISH = frozenset(
    words(
        """
    brien connor conor conner neill neil neal reilly rielly riley sullivan donnell donell keefe keeffe hara dowd
    malley mally leary shea rourke roarke callaghan carroll kane flynn toole mahony mahoney grady gorman hanlon
    driscoll dwyer meara loughlin farrell connell donoghue donohue donovan flaherty halloran hagan hearn hern
    regan riordan rahilly shaughnessy byrne brian bryan boyle doherty dougherty duffy dell laughlin looney mara
    mullan mulligan rorke ryan sheridan sullivan toomey kelly cleary clery conghaile gara heaney herlihy higgins
    kearney kennedy laoghaire maley melia meally muiri murchu neale nuallain hare haire hanrahan heir
    """
    )
)
"""After an O: O Brien."""

ELISIONS = frozenset(
    words(
        """
    angelo amico agostino agostini alessandro ambrosio andrea annunzio antoni antonio aquino arcangelo arco
    arrigo auria avino azeglio elia emilio ercole errico este onofrio orazio ottavio ovidio urso alema aloia
    alessio alfonso amato amore anna apollo arienzo avanzo addario adamo acquisto acunto aosta alema
    orso oro orsi acqua abate avila almeida andrade oliveira eca alva ornellas orey avila amboise arcy aubigny
    argent artagnan estaing orleans ivoire huart hondt haese hooghe hulst haene hollander arras ath avenel
    """
    )
)
"""After a D, an L, a Dell: D Angelo."""

JOINED_LOWER = {"v.d.": "vd", "v/d": "vd", "vd.": "vd", "v.": "von", "d.": "de"}
"""Particles as they are abbreviated, in small letters."""
