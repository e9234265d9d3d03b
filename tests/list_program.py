"""A stand-in for the program: `guess -i FILE …` over a guesser that needs no names, formats or DNS.

It works like the program around the list, signals and errors included, so that lists are tested as processes.
"""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator

import click

from guessmail.candidates import Basis, Candidate
from guessmail.cli.company_file import read_companies
from guessmail.cli.guess_list import ListFormat, ListOptions, open_list, run_list
from guessmail.cli.list_options import list_options
from guessmail.companies import Companies
from guessmail.errors import GuessmailError, UsageError
from guessmail.guesser import Guess, Question
from guessmail.output.added import cells_of
from guessmail.problems import Code, Problem


class StandIn:
    """Guesses `first.last@domain` and `first@domain` by splitting at spaces."""

    def __init__(self, companies: Companies, top: int) -> None:
        self.companies, self.top = companies, top

    def guess(self, question: Question) -> Guess:
        name = question.name or f"{question.given} {question.family}".strip()
        domain = (
            question.domain or (self.companies.lookup(question.company) if question.company else "") or ""
        )
        problem = None
        if not name:
            problem = Problem(Code.NO_NAME, "There is no name, so there is no guess.")
        elif not domain and question.company:
            problem = self.companies.problem(question.company)
        elif not domain:
            problem = Problem(Code.NO_DOMAIN, "There is no domain.")
        words = ["".join(c for c in word.lower() if c.isalnum() and c.isascii()) for word in name.split()]
        words = [word for word in words if word] or ["x"]
        pairs = [(".".join(words[:2]), "{first}.{last}", 0.6), (words[0], "{first}", 0.2)]
        candidates = tuple(
            Candidate(f"{local}@{domain}", p, pattern, Basis.PRIOR) for local, pattern, p in pairs
        )
        return Guess(question, name, domain, () if problem else candidates[: self.top], 0, None, problem)

    def guess_all(self, questions: Iterable[Question | None]) -> Iterator[Guess]:
        waiting: list[Question] = []
        for question in questions:
            if question is not None:
                waiting.append(question)
            if question is None or len(waiting) > 100:
                yield from map(self.guess, waiting)
                waiting.clear()
        yield from map(self.guess, waiting)

    def cells(self, question: Question) -> list[str]:
        return cells_of(self.guess(question), self.top)


@click.command()
@click.argument("command")
@list_options
@click.option("-n", "--top", default=1)
@click.option("--mx/--no-mx", default=True)
@click.option("--no-store", is_flag=True)
@click.option("--format", "format_", default="")
@click.option("-q", "--quiet", is_flag=True)
def guess(
    command: str,
    source: str | None,
    companies: str,
    format_: str,
    no_store: bool,
    top: int,
    rate: str | None,
    **options: object,
) -> None:
    def notify(text: str) -> None:
        click.echo(text, err=True)

    options |= {"format": ListFormat(format_) if format_ else None, "top": top, "rate": rate is not None}
    opened = open_list(ListOptions(source or "-", **options), notify)  # type: ignore[arg-type]
    known = read_companies(companies) if companies else Companies()
    opened.teach(known)
    sys.exit(run_list(opened, StandIn(known, top), companies=known, notify=notify))


def main() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        # Not `guess.main`, which ends with 1 when the reader went away, rather than by the signal.
        with guess.make_context("guessmail", sys.argv[1:]) as context:
            guess.invoke(context)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except GuessmailError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except (BrokenPipeError, KeyboardInterrupt, click.Abort) as error:
        number = signal.SIGPIPE if isinstance(error, BrokenPipeError) else signal.SIGINT
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        time.sleep(1)


if __name__ == "__main__":
    main()
