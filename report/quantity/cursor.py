"""A place in a phrase that is being read.

Belongs here: moving on, and showing what was read as printed. Does not belong here: any grammar.

Example:
    >>> from report.quantity.characters import normal
    >>> cursor = Cursor(normal("２０家"))
    >>> cursor.match("[0-9]+")[0], cursor.rest, cursor.printed(0)
    ('20', '家', '２０')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from report.quantity.characters import Normal


@dataclass
class Cursor:
    """Where reading stands in a phrase.

    Attributes:
        phrase: The phrase.
        at: Index into its text.
    """

    phrase: Normal
    at: int = 0

    @property
    def rest(self) -> str:
        """What is still to be read."""
        return self.phrase.text[self.at :]

    def match(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        """Step over what the pattern finds here; nothing where it finds nothing or nothing at all."""
        found = re.compile(pattern).match(self.phrase.text, self.at)
        if found is None or found.end() == self.at:
            return None
        self.at = found.end()
        return found

    def take(self, text: str) -> bool:
        """Step over a text, if it stands here."""
        if not text or not self.phrase.text.startswith(text, self.at):
            return False
        self.at += len(text)
        return True

    def printed(self, start: int, end: int | None = None) -> str:
        """What is printed from `start` to here."""
        return self.phrase.source(start, self.at if end is None else end)

    @property
    def printed_rest(self) -> str:
        """What is still to be read, as printed."""
        return self.phrase.source(self.at, len(self.phrase.text))
