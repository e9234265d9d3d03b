"""Whether two names can be one person's: under usual variants, and not where middle names contradict each other."""

import pytest

from guessmail.names import Name, read_name
from guessmail.names.namesakes import asked_marks, found_marks, is_namesake, kept_marks, may_be_one_person

_VARIANTS = [
    ("Jürgen Groß", "Juergen Gross"),
    ("Jürgen Groß", "Jurgen Gross"),
    ("Juergen Mueller", "Jurgen Muller"),
    ("Søren Kjær", "Soeren Kjaer"),
    ("Dmitry Ivanov", "Dmytro Ivanov"),
    ("Дмитрий Ковальчук", "Дмитро Ковальчук"),
    ("Наталья Щукина", "Natalia Shukina"),
    ("Catherine Moore", "Kathryn Moore"),
    ("Catherine Moore", "Kathy Moore"),
    ("Mohammed Khan", "Mohd Khan"),
    ("Mohammed al-Harbi", "Md. Al Harbi"),
    ("Kenji Ōno", "Kenji Ohno"),
    ("Kenji Ono", "Kenji Oono"),
    ("Yamada Tarō", "Tarou Yamada"),
    ("Conor O'Brien", "Connor O Brien"),
    ("Seán Ó Súilleabháin", "Sean OSuilleabhain"),
    ("Đorđe Đurić", "Ђорђе Ђурић"),
    ("Irina Petrova", "Iryna Petrova"),
    ("Georgios Papadopoulos", "Γιώργος Παπαδόπουλος"),
    ("Sarah Cohen", "Sara Kohen"),
    ("Robert Stone", "Bobby J. Stone"),
    ("Robert James Stone", "Robert J. Stone"),
    ("Jane Ann Doe", "Jane Doe"),
    ("Jane Doe", "Jane Doe she/her"),
    ("Jane Doe", "Ms Jane Doe / Acme"),
    ("Wang Xiaoming (Steven)", "Steve Wang"),
    ("Wang Xiaoming", "Steven Wang (Xiaoming)"),
    ("王晓明", "Wang Xiaoming"),
    ("김민준", "Kim Min-jun"),
    ("Nguyễn Thị Minh Khai", "Minh Khai Nguyen"),
    ("Ma. Cristina Reyes Santos", "Maria Cristina Santos"),
    ("José García", "José Luis García"),
    ("Jane Smith (née Doe)", "Jane Doe Smith"),
]
_ONLY_SUPPRESSED = [
    ("Kim Min-jun", "MJ Kim"),
    ("Jane Doe", "JM Doe"),
    ("Jane Doe", "Mrs. Doe"),
    ("Anne-Marie Blake", "Marie Blake"),
    ("Robert James Stone", "R. J. Stone"),
    ("Anna-Lena Weber", "Lena Weber"),
    ("Jean-Luc Martin", "Luc Martin"),
    ("Ian MacDonald", "Ian McDonald"),
    ("Ian Mc Donald", "Ian MacDonald"),
    ("McKenzie, Ian", "Ian Mackenzie"),
    ("Doe", "Jane Doe"),
    ("Jane", "Jane Doe"),
    ("Mrs. Smith", "Jane Doe-Smith"),
]
"""What erasing one of them must not take for the other."""
_OTHERS = [
    ("Robert J. Stone", "Robert K. Stone"),
    ("Robert James Stone", "Robert Keith Stone"),
    ("Robert J. Stone", "R. K. Stone"),
    ("Robert J. Stone", "Bob K. Stone"),
    ("Jane Ann Doe", "Jane Beth Doe"),
    ("José Luis García", "José Carlos García"),
    ("José García Pérez", "José García López"),
    ("Kim Min-jun", "Kim Min-seo"),
    ("Park Ji-woo", "Park Ji-hoon"),
    ("Nguyễn Thị Minh Khai", "Minh Nguyen"),
    ("Christian Braun", "Christina Braun"),  # both are called Chris
    ("Alexander Kuhn", "Alexandra Kuhn"),
    ("Jane Doe", "Janet Doe"),
    ("Jane Doe", "June Doe"),
    ("Mohammed Khan", "Mahmoud Khan"),
    ("Yuko Sato", "Yuka Sato"),
    ("Paul Weber", "Paula Weber"),
    ("Martin Maier", "Marvin Maier"),
    ("Zhang Wei", "Zhang Wen"),
    ("Amy Poe", "Amy Po"),
]


def _name(written: str) -> Name:
    found = read_name(written)
    assert isinstance(found, Name), found
    return found


@pytest.mark.parametrize(("one", "other"), _VARIANTS)
def test_variants_are_one_person(one: str, other: str) -> None:
    for kept, asked in ((_name(one), _name(other)), (_name(other), _name(one))):
        assert not kept_marks(kept).isdisjoint(asked_marks(asked))
        assert is_namesake(kept, asked)


@pytest.mark.parametrize(("one", "other"), _ONLY_SUPPRESSED)
def test_the_list_of_people_to_leave_alone_errs_on_their_side(one: str, other: str) -> None:
    assert not kept_marks(_name(one)).isdisjoint(asked_marks(_name(other)))
    assert not is_namesake(_name(one), _name(other))


@pytest.mark.parametrize(("one", "other"), _OTHERS)
def test_others_are_others(one: str, other: str) -> None:
    for kept, asked in ((_name(one), _name(other)), (_name(other), _name(one))):
        assert kept_marks(kept).isdisjoint(asked_marks(asked))
        assert not is_namesake(kept, asked)


@pytest.mark.parametrize("written", ["Jane Doe", "Jürgen Groß", "Robert J. Stone", "Kim Min-jun", "Björk"])
def test_who_was_kept_is_found_again(written: str) -> None:
    assert not kept_marks(_name(written)).isdisjoint(found_marks(_name(written)))


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Jane Doe", "J. Doe", True),
        ("Jane Doe", "Doe, J.", True),
        ("Jane Doe", "Jane D.", True),
        ("Robert James Stone", "R. J. Stone", True),
        ("Ian McDonald", "I. MacDonald", True),
        ("Jane Doe", "K. Doe", False),
        ("Jane Doe", "Doe", False),
        ("Robert J. Stone", "R. K. Stone", False),
    ],
)
def test_whose_initials_may_be_a_person(one: str, other: str, *, may_be: bool) -> None:
    assert may_be_one_person(_name(one), _name(other)) is may_be
    assert may_be_one_person(_name(other), _name(one)) is may_be
