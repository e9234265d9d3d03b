"""The options about the directory of organisations that commands share."""

from typing import TYPE_CHECKING, NamedTuple

import click
from click.core import ParameterSource

from guessmail.cli.options import FILE, field
from guessmail.errors import UsageError

if TYPE_CHECKING:  # what does not ask it does not pay for it
    from guessmail.directory import Directory


class DirectoryOptions(NamedTuple):
    """Which directory of organisations is asked."""

    directory_file: str = field(
        "--directory",
        "directory_file",
        type=FILE,
        default="",
        metavar="FILE",
        help="Use this directory of organisations instead of the built-in one.",
    )
    no_directory: bool = field(
        "--no-directory",
        is_flag=True,
        help="Ignore the directory of organisations (public formats and domains).",
    )

    def open(self) -> "Directory | None":
        """Return the directory; None without one. A file on the command line overrides a variable that says without."""
        if self.no_directory:
            said = {name: click.get_current_context().get_parameter_source(name) for name in self._fields}
            is_file_nearer = said["no_directory"] is not ParameterSource.COMMANDLINE is said["directory_file"]
            if not is_file_nearer:
                if self.directory_file and said["directory_file"] is ParameterSource.COMMANDLINE:
                    raise UsageError("Give either --directory FILE or --no-directory; not both.")
                return None
        from guessmail.directory import Directory

        if not self.directory_file:
            return Directory()
        directory = Directory(self.directory_file)
        directory.open()
        return directory
