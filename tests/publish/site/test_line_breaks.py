"""Where Chinese headings may break: between words, in long runs alone."""

import pytest

from languages import pair
from publish.site.line_breaks import joined, with_line_breaks
from publish.site.search import prepare_jieba, vocabulary

PREPOSITIONS = pair({})["zh"].prepositions


@pytest.fixture(scope="module", autouse=True)
def words() -> None:
    prepare_jieba(vocabulary([], "Hans"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h2 id='a'>传承创新发展中医药事业</h2>", "<h2 id='a'>传承<wbr>创新<wbr>发展<wbr>中医药<wbr>事业</h2>"),
        ("<h1>提出了今年的目标任务</h1>", "<h1>提出了<wbr>今年的<wbr>目标<wbr>任务</h1>"),
        ("<h3>2025年<b>回顾</b></h3>", "<h3>2025年<b>回顾</b></h3>"),
        ("<p>传承创新发展中医药事业</p>", "<p>传承创新发展中医药事业</p>"),
        (
            '<ul class="x dirs"><li>居民在家门口看病</li></ul>',
            '<ul class="x dirs"><li>居民<wbr>在家门口<wbr>看病</li></ul>',
        ),
        ("<figcaption><svg><text>传承创新发展中医药</text></svg></figcaption>",) * 2,
    ],
)
def test_breaks_are_between_words(before: str, after: str) -> None:
    assert with_line_breaks(before, PREPOSITIONS) == after


def test_single_characters_go_with_a_neighbour() -> None:
    assert joined(["一", "图", "看", "全部"], "") == ["一图看", "全部"]
    assert joined(["排", "在", "全国", "第"], "在") == ["排在", "全国第"]
    assert joined(["评价", "在", "全国"], "在") == ["评价", "在全国"]
