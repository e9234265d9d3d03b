"""Verdicts on domains: whether DNS says that a domain takes mail.

Imports `domains` and the packages before it. Only this package uses dnspython, and imports it when the first query is
asked. dnspython's package is `dns`, this one is `guessmail.dns`: imports here are absolute, which keeps them apart.

`checker` gives verdicts. `ask` applies the `rules` to many domains in threads, and asks each query once. `lookup` follows
aliases. `exchange` sends a query to resolvers at a pace that they bear. `messages` writes queries and reads responses.
`cache` keeps verdicts on disk, `servers` finds the resolvers.
"""
