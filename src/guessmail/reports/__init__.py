"""Reports: a person's guesses, a list's added cells, explanations, formats, evaluations.

It imports the guesser and all packages above it.
"""
