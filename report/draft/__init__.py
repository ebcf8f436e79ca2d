"""Drafting entries from the text of an article or from a table: all that can be known, and `TODO` for the rest."""
