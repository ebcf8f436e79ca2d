"""References in text: what is one, what stays a word, and that nothing is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.text import Plain, Reference, Span, TermReference, parse_text, plain_words, references, term_references


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("甲", (Plain("甲"),)),
        ("{a.2024}", (Reference("a.2024"),)),
        ("组建{a.2024:number}，", (Plain("组建"), Reference("a.2024", "number"), Plain("，"))),
        ("{a.2024}{b:date}", (Reference("a.2024"), Reference("b", "date"))),
        ("{term:a}", (TermReference("a"),)),
        ("{a:}", (Reference("a"),)),
        ("{term}", (TermReference(""),)),
        # What is no reference stays as it was written, for the check to find.
        ("{a", (Plain("{a"),)),
        ("a}", (Plain("a}"),)),
        ("{{a}}", (Plain("{"), Reference("a"), Plain("}"))),
        ("{a{b}", (Plain("{a"), Reference("b"))),
        # Marks of other languages are words.
        ("*a* _b_ <b> [x](javascript:y) a < b & c", (Plain("*a* _b_ <b> [x](javascript:y) a < b & c"),)),
    ],
)
def test_a_text_is_split(text: str, spans: tuple[Span, ...]) -> None:
    assert parse_text(text) == spans


def test_references_keep_their_order() -> None:
    text = "{b} {term:t} {a:short} {b:number}"
    assert [reference.id for reference in references(text)] == ["b", "a", "b"]
    assert [reference.id for reference in term_references(text)] == ["t"]


def test_plain_words_ask_for_each_reference() -> None:
    written = plain_words("有{a:short}，见{term:t}。", lambda r: f"<{r.id}/{r.form}>", lambda t: f"<{t.id}>")
    assert written == "有<a/short>，见<t>。"


@given(st.text(alphabet="a.:{}中 ", max_size=30))
def test_nothing_is_lost(text: str) -> None:
    parts = {
        Plain: lambda span: span.text,
        Reference: lambda span: f"{{{span.id}:{span.form}}}",
        TermReference: lambda span: f"{{term:{span.id}}}",
    }
    again = "".join(parts[type(span)](span) for span in parse_text(text))
    assert parse_text(again) == parse_text(text)
