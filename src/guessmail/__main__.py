"""`python -m guessmail` is `guessmail`."""

from guessmail.cli import main

if __name__ == "__main__":
    main()
