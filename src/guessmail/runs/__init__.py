"""Runs over lists: blocks of rows are answered and written, in one process or several, and resumed."""
