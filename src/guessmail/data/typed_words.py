"""What people type who know other programs: their options and commands, and what these are called here; collected by hand."""

__all__ = ["ARGUMENTS", "COMMANDS", "OPTIONS"]

OPTIONS = {
    **dict.fromkeys(("--limit", "--count", "--max"), "--top"),
    **dict.fromkeys(("--offline", "--no-dns"), "--no-mx"),
    "--out": "--output", "--file": "--input", "--threshold": "--min-probability", "--dry-run": "--no-record",
    "--silent": "--quiet",
}  # fmt: skip
"""Options of other programs, and their names here."""
ARGUMENTS = frozenset(
    "--name --full-name --fullname --person --first --first-name --firstname --given --given-name --last --last-name --lastname"
    " --family --surname --family-name --domain --company --site --website --url --org --organization --employer --at".split()
)
"""Options of other programs for arguments of `guess`."""
COMMANDS = {other: command for command, others in {
    "guess": "find search lookup email person",
    "check": "verify validate test mx",
    "why": "explain source whence",
    "suppress add": "block unsubscribe optout opt-out blacklist exclude",
    "forget": "delete erase purge-person",
    "outcome bounced": "bounce bounces",
    "domain": "company companies domains",
    "learn": "remember teach train",
}.items() for other in others.split()}  # fmt: skip
"""Commands of other programs, and their names here."""
