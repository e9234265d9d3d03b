"""guessmail: guess a person's work e-mail address from evidence, with probabilities that hold."""

__version__ = "0.1.0"
