"""What DNS says of a domain, whether it takes mail, and which domain a company has.

Imports domains and all above it; the only user of dnspython, which is imported when a question is asked.
"""
