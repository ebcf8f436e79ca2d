"""What a report calls the parts of its plans, filled into interface words.

Belongs here: the placeholders of these words, `{item}` `{items}` `{all_items}` and the like, each with a capital too.
Does not belong here: the choice (`words:` in `report.yml`), the words to choose from (`words/vocabulary.yml`).

Example:
    >>> fill("{Items} for {year}", ReportWords(plan_item="planned-work"), "en")
    'Planned items for {year}'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from languages import ORIGINAL, TRANSLATION
from report.model.base import Language
from report.model.edition import ReportWords, Wording
from report.words import vocabulary

_NAMES = {"plan_item": "item", "aim": "aim", "step": "step"}


def fill(words: str, chosen: ReportWords, language: Language, folders: tuple[str, ...] = ()) -> str:
    """Words with the report's own names for the parts of its plans; other placeholders stay.

    The names to choose from are the product's, in the forms of languages whose `folders` are given.
    """
    if "{" in words:
        for placeholder, name in _placeholders(chosen, language, folders).items():
            words = words.replace(placeholder, name)
    return words


@cache
def _placeholders(chosen: ReportWords, language: Language, folders: tuple[str, ...]) -> Mapping[str, str]:
    found = {}
    for key, name in _NAMES.items():
        choice = getattr(chosen, key)
        wording = choice
        if not isinstance(choice, Wording):
            words = vocabulary(folders)[key][choice]
            wording = Wording(zh=words[ORIGINAL], en=tuple(words[TRANSLATION]))
        forms = (wording.zh,) if language == ORIGINAL else wording.en
        one, many, whole = forms[0], forms[min(1, len(forms) - 1)], forms[-1]
        for placeholder, form in ((name, one), (f"{name}s", many), (f"all_{name}s", whole)):
            found[f"{{{placeholder}}}"] = form
            found[f"{{{placeholder[0].upper()}{placeholder[1:]}}}"] = form[0].upper() + form[1:]
    return found
