"""The amounts of a figure as data files write them: value, unit, noun, denominator, second form.

Belongs here: one amount as plain values. Does not belong here: what else is said of a figure (`report.facts`).

Example:
    >>> amount_facts(report, report.figure["visits.2024"], "en")[0].value  # doctest: +SKIP
    '12000'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from languages import ORIGINAL
from report.model import Figure, Language, Report
from report.quantity import Amount, to_plain
from report.quantity.conversion import named, second_form


@dataclass(frozen=True)
class AmountFacts:
    """One amount of a figure; a compound figure has several, and a grade has one without a value.

    Attributes:
        value: Plain digits in base units, `218900`; `None` for a grade.
        qualifier: Code of `report.quantity.Qualifier`, `more-than`.
        unit: As printed in Chinese; that of the indicator where the phrase has none.
        noun: What is counted or measured; `None` where English has no word for it.
        value_to: The upper end of a range, plain digits; `None` for all else.
        per: What a rate is counted against, as printed; `None` for all else.
        currency: ISO 4217 code, for money; `None` for all else.
        converted: The size in another unit, worked out by the product and not in the article; `None` for all else.
        converted_unit: That unit in Chinese.
    """

    value: str | None
    qualifier: str
    unit: str
    noun: str | None
    value_to: str | None = None
    per: str | None = None
    currency: str | None = None
    converted: str | None = None
    converted_unit: str | None = None

    @property
    def written_unit(self) -> str:
        """The unit in the language of the facts; as printed where that has no word for it, and with a denominator."""
        return self.unit if self.per else self.noun or self.currency or self.unit


def amount_facts(report: Report, figure: Figure, language: Language) -> tuple[AmountFacts, ...]:
    """The amounts of a figure, at least one."""
    quantity = report.quantity[figure.id]
    unit = report.indicator[figure.indicator].unit
    if not quantity.amounts:
        return (AmountFacts(None, quantity.qualifier.value, unit, _noun(report, figure, 0, unit, language)),)
    return tuple(
        AmountFacts(
            value=to_plain(amount.value),
            qualifier=amount.qualifier.value,
            unit=amount.unit or unit,
            noun=_noun(report, figure, number, amount.unit or unit, language),
            value_to=to_plain(amount.to) if amount.to is not None else None,
            per=amount.per.printed if amount.per else None,
            currency=amount.currency or None,
            **_converted(report, amount),
        )
        for number, amount in enumerate(quantity.amounts)
    )


def _converted(report: Report, amount: Amount) -> Mapping[str, str]:
    units = report.rules.units
    second = second_form(amount, units.of(amount.unit) if amount.unit else None)
    if second is None:
        return {}
    return {"converted": to_plain(second.value), "converted_unit": named(second.unit, units)}


def _noun(report: Report, figure: Figure, number: int, unit: str, language: Language) -> str | None:
    """What is counted or measured: in Chinese the unit says it, in English the figure's noun or the unit's."""
    if language == ORIGINAL:
        return unit
    if figure.noun and number < len(figure.noun.en):
        return figure.noun.en[number][1]
    own = next((known.en[1] for known in report.units if known.zh == unit and known.en), None)
    known = report.rules.units.of(unit)
    return own or (known.en[1] if known and known.en else None)
