"""What DNS says of a domain: whether it takes mail.

Imports `domains` and what is above it; the only user of dnspython, which is imported when a question is asked. dnspython's
own package is `dns`, this one `guessmail.dns`: imports here are absolute, so that the two never meet.

From top to bottom: `checker` gives verdicts; `ask` follows the `rules` of many domains in threads, which learn by `lookup`,
and has each query asked once; an `exchange` puts a query to resolvers at the pace that they take; `messages` reads and
writes what they are sent. `cache` keeps verdicts on disk, `servers` finds the resolvers.
"""
