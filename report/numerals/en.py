"""Numerals in English text.

Every number in digits, with ordinal ending, % and million. Number words from two on; hundred, dozen and the rest. `one`
only where a noun can follow. Words that are a number without saying so: half, doubled, twice, a third of, threefold,
scores of, decade. Ordinal words only as a rank: "ranked second", "second in the province", "second-largest", not "the
second session" and not "the first in the province to". A bare 19xx or 20xx is a year, because other numbers from 1,000
up have a separator.

Belongs here: these rules. Does not belong here: Chinese (`report.numerals.zh`).
"""

from __future__ import annotations

import re

from report.numerals.base import NUMBER, SIGNS, YEAR, Numeral, any_of, find
from report.numerals.fold import fold

_UNITS = "two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SIZE = f"(?:(?:{any_of('hundred thousand million billion trillion dozen')})s?|tens)"
_WORD = f"(?:{any_of(f'{_UNITS} {_TEENS} {_TENS}')}|{_SIZE})"
_ORDINAL = any_of(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth hundredth"
)
_RANKED = any_of("rank ranks ranked ranking placed came finished stood stands")
_SUPERLATIVE = any_of(
    "most best worst last largest smallest highest lowest longest biggest fastest strongest greatest busiest richest"
)
_MONTHS = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
"""
_MONTH = rf"(?-i:\b(?:{any_of(_MONTHS)})\b)"  # with its capital: "10 may" is no date
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
# After `one` these show that no noun follows: it is a pronoun or part of a phrase.
_NOT_A_NOUN = any_of(
    "of another is was are were has had have who that which can could may might must shall should will would"
    " and or by in to at on for from with as but than if so where when does did do the"
)
_PRONOUN = "".join(rf"(?<!\b{word}\ )" for word in ("no", "any", "every", "each", "this", "that", "which", "the"))
_MEASURED = any_of("by nearly about over almost than up down under around roughly some another cut fell rose just to")

# Fractions. A third party, a quarter later, the first half and a half-hearted try are none.
_PARTS = rf"""
    (?<!first\ )(?<!second\ )(?<!latter\ )(?<!other\ )(?<!better\ )(?:(?:one|a)\ )?
      half(?![-\ ](?:past|hearted|life|lives|time|way|yearly|baked|truth|truths|marathon|term|sister|brother)\b)
  | halv(?:e|es|ed|ing)
  | (?:one|a)\ (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)
      (?=\ (?:of|more|less|fewer|higher|lower|larger|smaller|as)\b|\s*[.,;:)—–]|$)
  | (?<=\b)(?:{_MEASURED})\ (?:a\ (?:third|quarter|fifth|sixth|eighth|tenth))
"""
# Multiples. A double-blind trial, a twofold aim, a doubled word and a triple therapy are none.
_FOLDED = any_of(f"{_UNITS} twenty thirty forty fifty hundred thousand many")
_GROWN = r"(?:(?<=more\ than\ )|(?<=nearly\ )|(?<=almost\ )|(?<=over\ )|(?<=\bto\ ))"
_OF_WHAT = r"(?=\ (?:the|its|that|their|what|last|those|in\ size)\b)"
_MULTIPLES = rf"""
    (?<!think\ )(?:twice|thrice)
  | (?:re)?doubl(?:ed|es|ing)(?!\ (?:word|character|letter|phrase|line|mark)s?\b|\ or\ mis|\ (?:down|out)\b)
  | {_GROWN}(?:re)?double(?!-|\ check)
  | {_GROWN}(?:triple|treble|quadruple)(?!-)
  | (?:double|triple|treble|quadruple){_OF_WHAT} | (?:double|triple)-digit
  | (?:tripl|trebl|quadrupl|quintupl)(?:ed|es|ing)
  | (?!twofold)(?:{_FOLDED}|[0-9]+(?:\.[0-9]+)?)-?fold
  | (?:increased?|rose|rise|rising|risen|grew|grown|growth|up|jumped)\ twofold
  | twofold(?=\ (?:increase|rise|growth|jump|gain)\b)
"""
# Sizes and spans. Test scores of patients, both doctors and nurses and zero tolerance are none; "both languages" speaks
# of what is named already.
_EVENTS = any_of(
    "new death deaths case cases accident accidents infection infections complaint complaints error errors incident"
    " incidents fatalities"
)
_NAMED = any_of(
    "languages versions texts articles passages sides ends hands schemes sexes cases figures numbers phrases names"
)
_SIZES = rf"""
    (?<!test\ )(?<!tion\ )(?<!average\ )(?<!mean\ )(?<!exam\ )(?<!the\ )(?<!their\ )(?<!high\ )(?<!low\ )scores\ of
  | (?:a|one|half\ a|the\ (?:past|last|next|coming|previous))\ (?:decade|century|fortnight)
  | decades?(?![’'-]) | fortnight | a\ couple\ of | centenarians? | (?:sexa|septua|octo|nona)genarians?
  | (?<!net\ )(?<!from\ )(?<!of\ )(?<!to\ )zero(?=\ (?:{_EVENTS})\b)
  | both(?=\ (?:of\ (?:the|these|those|its|our)\ )?\w+s\b)
      (?!\ (?:{_NAMED})\b|\ \w+\ together\b|(?:\ [\w’-]+){{1,5}}\ and\b)
"""
_RANK_WORDS = rf"""
    (?:{_ORDINAL})[-\ ](?:{_SUPERLATIVE}|to\ last|from\ (?:the\ )?(?:bottom|last))
  | (?:the\ )?(?:number|no\.)[-\ ]one\b | second\ only\ to | runners?-up
  | topp(?:ed|ing)\ the\ (?:list|ranking|rankings|table|province|country|nation)
  | (?<=\ )(?:first)(?=\ place\b)
  | (?:(?<=\ )|^)(?:{_ORDINAL})(?=\ (?:in|nationwide|nationally|place|overall|among|out\ of)\b)
"""

_EN = re.compile(
    rf"""
    (?P<date>
        (?<![\w.,]){YEAR}-[0-9]{{2}}-[0-9]{{2}}(?!\w)
      | (?<![\w.,-]){_DAY}\ {_MONTH}(?:,?\ {YEAR}\b)?
      | {_MONTH}\.?\ (?:{_DAY}\b(?![,.]?[0-9]|\ {_SIZE}\b|%)(?:,?\ {YEAR}\b)?|{YEAR}\b)
      | (?<![\w.,])(?<!CNY\ ){YEAR}(?:[-–/](?:{YEAR}|[0-9]{{2}}))?s?
          (?![\w%]|[.,][0-9]|\ {_SIZE}\b|-[0-9]|\ [0-9]{{3}}\b)
    )
  | (?P<digits>
        (?<![A-Za-z])[A-Za-z]*{NUMBER}
        (?: -?fold\b|\ ?[%‰]|(?:st|nd|rd|th)\b|\ {_SIZE}\b|[A-Za-z][A-Za-z0-9]* )?
    )
  | (?P<sign> [{SIGNS}]+ )
  | (?<![\w-]) (?P<part_of> {_PARTS} ) \b
  | (?<![\w-]) (?P<multiple> {_MULTIPLES} ) \b
  | (?<![\w-]) (?P<size> {_SIZES} ) \b
  | (?<![\w-]) (?P<ranking> {_RANK_WORDS} ) (?!\w)
  | (?P<words>
        (?<![\w-])(?!two-way\b)(?:(?:an?|one)\ (?={_SIZE}\b))?{_WORD}(?:(?:-|\ |\ and\ ){_WORD})*(?:-one)?\b
      | (?<![\w-])one-(?:half|third|quarter|fifth|tenth)\b
      | (?<![\w-]){_PRONOUN}one(?=\ [a-z]|\ [“"‘'])(?!\ (?:{_NOT_A_NOUN})\b)
    )
  | \b(?:{_RANKED})\ (?:joint\ )?(?P<rank>first|{_ORDINAL}|last)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_en(text: str) -> list[Numeral]:
    """The numerals of an English text, in their order; see the rules above."""
    return list(find(_EN, fold(text), text))
