"""A list's questions answered in several processes (`--jobs`): they get parts, and their guesses are put in order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, TypeAlias
from zlib import crc32

from guessmail.batch import relax_gc
from guessmail.dns import DomainChecker, MailVerdict
from guessmail.domains import is_mailbox_provider
from guessmail.errors import GuessmailError
from guessmail.guesser import Guess, Guesser, Question

_Pairs: TypeAlias = "list[tuple[str, str]]"


class Processes(AbstractContextManager["Processes"]):
    """Guessers in several processes, which together answer as one would. They end with the context, or with this process.

    The questions about a domain with known addresses go to the same process, which learns its format once. DNS is asked
    by this process.
    """

    def __init__(
        self, count: int, guesser: Guesser, make: Callable[..., Guesser], checker: DomainChecker | None
    ) -> None:
        """`make`, which is pickled, returns a guesser like `guesser` from a `checker`; a `count` of 0 is one a core."""
        own = getattr(os, "sched_getaffinity", None)  # Linux alone has it
        count = count or (len(own(0)) if own else os.cpu_count() or 1)
        self._guesser, self._checker = guesser, checker
        self._learned: _Pairs = []
        # multiprocessing starts processes by `python -c`, which imports from the current folder before anywhere else.
        os.environ["PYTHONSAFEPATH"] = "1"
        # Ctrl-C reaches all processes of a terminal; the others ignore it, and this one ends them.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._workers = [_Worker(make, asks=checker is not None) for _ in range(count)]
        finally:
            signal.signal(signal.SIGINT, before)

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()  # it writes nothing that could be lost
            worker.process.join()

    def learn_companies(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn the domains of companies, for all questions from here on."""
        learned = list(pairs)
        self._guesser.learn_companies(learned)
        self._learned += learned

    def guess_all(self, questions: Iterable[Question | None]) -> Iterator[Guess]:
        """Answer questions in their order, as `Guesser.guess_all` does."""
        under_way: deque[list[_Worker]] = deque()
        for learned, part, may_wait in self._parts(questions):
            if learned or part:
                under_way.append(self._distribute(learned, part))
            while len(under_way) > (0 if may_wait else 4):  # parts that are read ahead of their answers
                owners = under_way.popleft()
                while not all([worker.answers for worker in self._workers]):
                    self._receive()
                answers = {worker: iter(worker.answers.popleft()) for worker in self._workers}
                for worker in owners:
                    yield next(answers[worker])

    def _parts(self, questions: Iterable[Question | None]) -> Iterator[tuple[_Pairs, list[Question], bool]]:
        """Yield companies to learn, the questions that follow, up to further companies, and whether the input is paused then."""
        learned: _Pairs = []
        part: list[Question] = []
        for question in questions:
            if question is None or self._learned or len(part) == 500 * len(self._workers):
                yield learned, part, question is None
                learned, self._learned, part = self._learned, [], []
            if question is not None:
                part.append(question)
        yield learned, part, True

    def _distribute(self, learned: _Pairs, part: Sequence[Question]) -> list["_Worker"]:
        """Give each process its share of a part; return the process of each question."""
        owners: list[_Worker] = []
        for at, question in enumerate(part):
            domain = question.domain.strip().lower()
            # Mailbox providers, which have many rows of some lists, have no format to learn.
            has_format = self._guesser.may_have_data_on(domain) and not is_mailbox_provider(domain)
            number = crc32(domain.encode(errors="replace")) if has_format else at
            owners.append(self._workers[number % len(self._workers)])
        for worker in self._workers:
            share = [question for question, owner in zip(part, owners, strict=True) if owner is worker]
            worker.parts.append((learned, share))
            if len(worker.parts) == 1:
                worker.send(worker.parts[0])
        return owners

    def _receive(self) -> None:
        """Wait for messages of processes, or for DNS if all processes without an answer wait for it."""
        late = [worker for worker in self._workers if not worker.answers]
        if self._checker and all([worker.wanted for worker in late]):
            for worker in late:
                worker.send({domain: self._checker.result(domain) for domain in worker.wanted})
                worker.wanted = set()
            return
        working: dict[Any, _Worker] = {  # pipes are of another type on Windows
            worker.pipe: worker for worker in self._workers if worker.parts and not worker.wanted
        }
        for pipe in wait(working):
            worker = working[pipe]
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                raise worker.failure() from None
            if isinstance(message, GuessmailError):
                raise message
            if self._checker and isinstance(message, set):
                worker.wanted = message
                for domain in message:
                    self._checker.submit(domain)
            else:
                worker.answers.append(message)
                worker.parts.popleft()
                if worker.parts:
                    worker.send(worker.parts[0])


class _Worker:
    """One process, with the parts that it has to answer and its answers."""

    def __init__(self, make: Callable[..., Guesser], *, asks: bool) -> None:
        context = get_context("spawn")  # a fork would share the files of the store and the output
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, make, asks), daemon=True)
        self.process.start()
        theirs.close()
        self.parts: deque[tuple[_Pairs, list[Question]]] = deque()
        """The parts without answers, each with companies to learn first; one at a time is sent, so that no pipe fills up."""
        self.answers: deque[list[Guess]] = deque()
        """The answers to earlier parts that were not fetched yet."""
        self.wanted: set[str] = set()
        """The domains for whose verdicts it waits."""

    def send(self, message: object) -> None:
        """Send the process a message; `GuessmailError` if it has ended."""
        try:
            self.pipe.send(message)
        except OSError:
            raise self.failure() from None

    def failure(self) -> GuessmailError:
        self.process.join()
        code = self.process.exitcode or 0
        how = f"was ended by signal {-code} (by hand, or for want of memory)" if code < 0 else "failed"
        return GuessmailError(
            f"One of the processes of --jobs {how}. With -o the rows so far are kept: --resume continues from there,"
            " and fewer jobs take less memory."
        )


def _work(pipe: "Connection[Any, Any]", make: Callable[..., Guesser], asks: bool) -> None:
    """Answer the parts that come by the pipe until it is closed: the main function of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    relax_gc()
    guesser = make(checker=_RemoteChecker(pipe) if asks else None)
    with suppress(EOFError, OSError):  # the process that has the list ended
        while True:
            learned, questions = pipe.recv()
            if learned:
                guesser.learn_companies(learned)
            try:
                pipe.send(list(guesser.guess_all(questions)))
            except GuessmailError as fault:
                pipe.send(fault)


class _RemoteChecker:
    """A `DomainChecker` that gets verdicts from the process that reads the list."""

    def __init__(self, pipe: "Connection[Any, Any]") -> None:
        self._pipe = pipe
        self._wanted: set[str] = set()
        self._verdicts: dict[str, MailVerdict] = {}

    def submit(self, domain: str) -> None:
        """Note a domain, to be asked for together with others."""
        if domain not in self._verdicts:
            self._wanted.add(domain)

    def result(self, domain: str) -> MailVerdict:
        if domain not in self._verdicts:
            if len(self._verdicts) > 20_000:
                self._verdicts.clear()
            self._pipe.send(self._wanted | {domain})
            self._verdicts |= self._pipe.recv()
            self._wanted.clear()
        return self._verdicts[domain]
