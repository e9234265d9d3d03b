"""What DNS says of a domain, whether it takes mail, and which domain a company has.

Imports domains and all above it; the only user of dnspython, which is imported when a question is asked. From top to
bottom: `resolver` gives verdicts; `inquiries` runs the `rules` of many domains, which ask through `lookup` and
`canaries`; `transport` asks resolvers, by `datagrams` and `streams` on one `loop`, at the `pace` that they take, while
`health` watches whether they work; `wire` reads and writes the messages.
"""
