"""The command line: one file a command, which reads the options, calls the library and returns an exit status."""

import atexit
import gc
import os
import signal
import sys
from types import FrameType

__all__ = ["main"]


class _Terminated(BaseException):
    """SIGTERM as an exception, so that open files are closed."""


def main() -> None:
    """Run the program, and end the process by its exit status, or by the signal that stopped it."""
    signal.signal(signal.SIGTERM, _terminate)
    if sys.stdout is None:  # closed, as by `>&-`: the next open file would get its descriptor
        sys.exit("Error: The output cannot be written: standard output is closed.")
    if sys.stderr is None:  # closed, too
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123
    from guessmail.text.streams import guard_streams

    guard_streams()
    # Programs such as git are not run from the current folder, nor from folders relative to it.
    folders = [part for part in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(part)]  # noqa: PTH117
    os.environ["PATH"] = os.pathsep.join(folders) or "/bin:/usr/bin"
    # The objects of start-up stay, and collecting garbage among them takes a twentieth of the time.
    gc.set_threshold(50_000, 20, 100)
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        _die_by(signal.SIGINT)
    except _Terminated:
        _die_by(signal.SIGTERM)
    except BrokenPipeError:
        status = 1
        if sys.platform != "win32":
            _die_by(signal.SIGPIPE)
    except OSError as fault:
        print(f"Error: The output cannot be written: {fault.strerror}.", file=sys.stderr)  # noqa: T201  # no console yet
        status = 1
    _drop_stdout()
    try:
        atexit._run_exitfuncs()
        print(end="", file=sys.stderr, flush=True)  # noqa: T201  # nothing, if it is closed
    finally:  # all files are closed, and the interpreter's own shutdown takes a tenth of a short run
        os._exit(status)


def _run(arguments: list[str]) -> int:
    """Run one command and return its exit status; errors become messages here only."""
    import click

    from guessmail.cli.group import guessmail
    from guessmail.cli.hints import command_hint, corrected_arguments, option_hint
    from guessmail.cli.output import tell, wrapped
    from guessmail.errors import GuessmailError, UsageError

    arguments = corrected_arguments(arguments)
    if instruction := os.environ.get("_GUESSMAIL_COMPLETE"):  # set by the script of `completion`
        from click.shell_completion import shell_complete

        return shell_complete(guessmail, {}, "guessmail", "_GUESSMAIL_COMPLETE", instruction)
    try:
        with guessmail.make_context("guessmail", list(arguments)) as context:
            result = guessmail.invoke(context)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as fault:
        if isinstance(fault, click.UsageError) and not isinstance(fault, click.exceptions.NoArgsIsHelpError):
            hint = option_hint(fault.option_name) if isinstance(fault, click.NoSuchOption) else ""
            text = wrapped(f"Error: {hint or command_hint(arguments) or fault.format_message()}")
            fault = click.UsageError(text.removeprefix("Error: "), ctx=fault.ctx)
        fault.show()
        return fault.exit_code
    except GuessmailError as fault:
        is_usage = isinstance(fault, UsageError)
        tell(f"Error: {(is_usage and command_hint(arguments)) or fault}")
        return 2 if is_usage else 1


def _terminate(signum: int, frame: FrameType | None) -> None:
    raise _Terminated


def _die_by(number: signal.Signals) -> None:
    """End the process by a signal: a shell sees 128 + its number, and stops its loops."""
    _drop_stdout()
    atexit._run_exitfuncs()  # openpyxl removes its copy of the rows
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _drop_stdout() -> None:
    """Flush standard output; if that fails, replace it so that no later flush does."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
