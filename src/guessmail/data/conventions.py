"""What conventions mean, in words: `MEANINGS` by tag, `DEFAULTS` by what stands before the `=` of the tags.

A reading or spelling of a name has the tags of the choices in which it departs from the default:

- `order=family-first`: read with the family name first, where the words leave the order open;
- `surname=rest`: all words after the first are family name; `surname=two`: the last two are (Spain, Portugal);
- `surname=first`, `second`, `both`, `hyphen`, `dotted`: one of two surnames, or both so joined. The default is the first in
  Spanish names, also where a hyphen joins two, the last in Portuguese ones, both joined elsewhere;
- `surname=earlier`: the first of two Portuguese surnames; `surname=maiden`: the family name at birth, where it is written;
- `hyphen=kept`, `first`, `second`: a hyphenated family name so, or that part of it; the default joins it;
- `particle=dropped`, `dotted`, `hyphen`: van der Berg as berg, van.der.berg, van-der-berg; the default joins it.
  `particle=joined`: binsalman of bin Salman, where the default drops it;
- `given=joined`, `second`, `dotted`: of two given words; the default is the first. If it is bound (Abdul Rahman) or follows
  an initial (J. Edgar) also `given=first`; the default is the name in use. Of a hyphenated or syllabic given name
  `given=hyphen`, `first`, `dotted`; the default joins it. `given=added-hyphen` where no hyphen is written: Kim Min Jun;
- `umlaut=bare`: ü as u, where ue is the default; `umlaut=digraph`: ue, where the language writes u;
- `nordic=digraph`: ø as oe, å as aa; `nordic=bare`: æ as a; the default is o, a, ae;
- `translit=passport`, `common`, `classical`, `rr`, `other`: another romanisation than the usual one of the language, or
  another spelling of its letters (đ as dj, ō as oh);
- `nick=written`, `short`, `formal`: the nickname that was written, a short form, the form that the given name is short for.
"""

__all__ = ["DEFAULTS", "MEANINGS"]

MEANINGS = {
    "given=added-hyphen": "A hyphen between given names or syllables written without one: min-jun for Kim Min Jun",
    "given=dotted": "Given names with a dot between: jean.pierre",
    "given=first": "First of two given names: jean for Jean-Pierre",
    "given=hyphen": "Given names with a hyphen: jean-pierre",
    "given=joined": "Given names joined: maryann",
    "given=second": "Second of two given names: pierre for Jean Pierre",
    "hyphen=first": "First part of a hyphenated surname",
    "hyphen=kept": "Hyphens of surnames kept: smith-jones",
    "hyphen=second": "Second part of a hyphenated surname",
    "initials=all": "All initials of a given name of several parts: jp for Jean-Pierre",
    "nick=formal": "Full given names instead of short forms: robert for Bob",
    "nick=short": "Short forms of given names: bob for Robert",
    "nick=written": "The nickname instead of the given name",
    "nordic=bare": "æ as a",
    "nordic=digraph": "ø as oe, å as aa",
    "order=family-first": "Family name first",
    "particle=dotted": "Particles with dots: van.der.berg",
    "particle=dropped": "Particles dropped: berg for van der Berg",
    "particle=joined": "Particles before a father's name joined: binsalman",
    "particle=hyphen": "Particles with hyphens: van-der-berg",
    "particle=initials": "Particles cut to their initials: vdberg",
    "surname=both": "Both surnames, joined",
    "surname=dotted": "Both surnames, with a dot between",
    "surname=earlier": "First of two Portuguese surnames, of which the last counts",
    "surname=first": "First of two surnames",
    "surname=hyphen": "Both surnames, with a hyphen",
    "surname=maiden": "The family name at birth",
    "surname=rest": "All words after the first as surname",
    "surname=second": "Second of two surnames",
    "surname=two": "The last two words as surnames",
    "translit=classical": "Other scripts in the classical romanisation",
    "translit=common": "Other scripts as romanised in English",
    "translit=other": "Other scripts in another romanisation",
    "translit=passport": "Other scripts as romanised in passports",
    "translit=rr": "Korean in the Revised Romanization",
    "umlaut=bare": "ü as u",
    "umlaut=digraph": "ü as ue",
}
DEFAULTS = {
    "hyphen": "Hyphenated surnames joined: smithjones",
    "initials": "One initial of a given name of several parts",
    "nick": "Full given names, not short forms",
    "nordic": "ø as o, å as a",
    "particle": "Particles joined: vanderberg",
    "umlaut": "ü as in the name's language: ue in German",
}
