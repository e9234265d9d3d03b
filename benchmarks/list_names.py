"""What a row of a list costs by the sort of its name: `python benchmarks/list_names.py [ROWS]`.

Microseconds of CPU a row without DNS, store and samples: of the first ROWS names of a sort, while its shapes are worked
out, and of the next ROWS; and of reading a name alone. The names are invented, of 2,000 given
and 30,000 family names, so that rows of real lists, whose names repeat more, cost less.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable

from guessmail.candidates import Choice
from guessmail.data.short_forms import SHORT_FORMS
from guessmail.data.surnames import ORIGINS
from guessmail.guesser import Guesser, Question, Settings
from guessmail.output.cells import Cells
from make_list import make_words

ROWS = 3000


def sorts(seed: int) -> dict[str, Callable[[], str]]:
    """Return makers of names, by what the names are."""
    dice = random.Random(seed)
    givens, families = make_words(dice, 2000, 2), make_words(dice, 30_000, 3)

    shortened = [word.title() for word in sorted(SHORT_FORMS)]
    telling = [word.title() for word in sorted(ORIGINS)]

    def given() -> str:
        return dice.choice(givens)

    def family() -> str:
        return dice.choice(families)

    def one(*words: str) -> str:
        return dice.choice(words)

    return {
        "two words": lambda: f"{given()} {family()}",
        "a given name with short forms": lambda: f"{one(*shortened)} {family()}",
        "a family name of known origin": lambda: f"{given()} {one(*telling)}",
        "with a middle initial": lambda: f"{given()} {one(*'ABCDEFGHJKLM')}. {family()}",
        "an initial first": lambda: f"{one(*'ABCDEFGHJKLM')}. {family()}",
        "three words": lambda: f"{given()} {given()} {family()}",
        "a family name with a hyphen": lambda: f"{given()} {family()}-{family()}",
        "a given name with a hyphen": lambda: f"{given()}-{given()} {family()}",
        "with particles": lambda: f"{given()} {one('van', 'de', 'von', 'van der', 'de la')} {family()}",
        "with an apostrophe": lambda: f"{given()} O'{family()}",
        "with a title": lambda: f"{one('Dr.', 'Mr.', 'Prof.')} {given()} {family()}",
        "with a suffix": lambda: f"{given()} {family()}, {one('PhD', 'MBA', 'Jr.', 'CPA')}",
        "with a nickname in brackets": lambda: f"{given()} ({given()}) {family()}",
        "one word": given,
        "four words": lambda: f"{given()} {given()} {family()} {family()}",
    }


def cost(questions: Iterable[Question], work: Callable[[Question], object]) -> float:
    """Return the microseconds that a question costs."""
    asked = list(questions)
    start = time.process_time()
    for question in asked:
        work(question)
    return (time.process_time() - start) / len(asked) * 1e6


def _main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{'':30}{'first':>9}{'then':>9}{'read':>9}  µs a row")
    for sort, make in sorts(seed=5).items():
        guesser = Guesser(settings=Settings(Choice(1)))
        cells = Cells(guesser, 1)
        parts = [[Question(make(), "acme.example") for _ in range(rows)] for _ in range(3)]
        found = [cost(parts[0], cells.of), cost(parts[1], cells.of), cost(parts[2], guesser.read_name)]
        print(f"{sort:30}" + "".join(f"{one:9.1f}" for one in found))


if __name__ == "__main__":
    _main()
