"""What DNS says of a domain, whether it takes mail, and which domain a company has.

Imports domains and all above it; the only user of dnspython, which is imported when a question is asked. From top to
bottom: `resolver` gives verdicts; `inquiries` follows the `rules` of many domains in threads, which ask through `lookup`
and `canaries`; `asking` has each question asked once and waits for resolvers that are down; a `query` is put to resolvers
at the `pace` that they take; `messages` reads and writes what they are sent.
"""
