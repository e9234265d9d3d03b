"""Reports: a person's guesses, a list's added cells, explanations, formats, evaluations."""
