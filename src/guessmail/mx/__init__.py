"""What DNS says of a domain, and whether it takes mail."""
