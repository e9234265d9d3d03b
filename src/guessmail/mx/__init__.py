"""What DNS says of a domain: does it take mail?"""
