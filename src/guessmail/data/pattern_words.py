"""Words of other notations for the tokens of patterns: services, mail-merge fields, spreadsheets."""

SYNONYMS = {
    "first_name": "first", "firstname": "first", "fname": "first", "given": "first", "given_name": "first",
    "givenname": "first", "last_name": "last", "lastname": "last", "lname": "last", "family": "last",
    "family_name": "last", "surname": "last", "middle_name": "middle", "middlename": "middle", "nickname": "nick",
    "first_initial": "f", "fi": "f", "finitial": "f", "last_initial": "l", "li": "l", "linitial": "l",
    "middle_initial": "m", "mi": "m", "minitial": "m", "number": "n",
}  # fmt: skip
