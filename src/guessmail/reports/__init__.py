"""What is shown: one person's guesses, a list's added cells, explanations, formats, evaluations.

Imports the guesser and all above it.
"""
