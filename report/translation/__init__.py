"""Handing out the texts that lack English, and taking them back: XLIFF, which translators' programs read."""
