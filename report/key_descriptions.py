"""What each key of the data is, in both languages: for the reference (`report.reference`) and the schemas.

The English is the string under each field of the models, the Chinese a line in `words/keys.yml`. What depends on
the kinds of chart there are is added from their declarations (`charts.kinds`).

Example:
    >>> description_of("Chart", "field", "How many were ranked.")[1]
    'Only for `rank`. How many were ranked.'
"""

from charts.kinds import OF_DATA, kinds_with
from report.words import keys


def description_of(model: str, key: str, english: str) -> tuple[str, str]:
    """A key of a model in Chinese, empty if `words/keys.yml` has no line for it, and in English."""
    words, chinese = keys()["_table"], keys().get(model, {}).get(key, "")
    if (model, key) == ("Chart", "kind"):
        for name, kind in OF_DATA.items():
            chinese += words["kind_zh"].format(name=name, about=kind.about[0])
            english += words["kind_en"].format(name=name, about=kind.about[1])
    elif model.startswith("Chart") and (kinds := kinds_with(key)):
        chinese = words["only_zh"].format(kinds="、".join(kinds)) + chinese
        english = words["only_en"].format(kinds=", ".join(f"`{kind}`" for kind in kinds)) + english
    return chinese, english
