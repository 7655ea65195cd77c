"""Chinese speech, in invented passages."""

import pytest

from tests.stories.quotes import Said, said

PASSAGES: list[tuple[str, list[Said]]] = [
    ("苔安达说：“井干了。”", [("井干了", "苔安达")]),
    ("“井干了，”苔安达说。", [("井干了", "苔安达")]),
    ("“井干了。”苔安达表示。", [("井干了", "苔安达")]),
    ("苔安达昨天对记者说：“井干了。”", [("井干了", "苔安达")]),
    ("磨坊主表示，井已经干了。", [("井已经干了", "磨坊主")]),
    ("苔安达說：「井乾了。」", [("井乾了", "苔安达")]),
    ("她补充说：“没有人来。”", [("没有人来", "她")]),
    ("村长指出，井水“有毒”。", [("井水“有毒", "村长")]),
    ("磨坊主认为，明天会下雨。", [("明天会下雨", "磨坊主")]),
    ("苔安达告诉记者：“没有人来。”", [("没有人来", "苔安达")]),
    ("他写了一本小说。", []),
    ("村长在会上强调：“我们需要水。”", [("我们需要水", "村长")]),
    ("“我们需要水，”村长说，“现在就要。”", [("我们需要水 | 现在就要", "村长")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_chinese(text: str, expected: list[Said]) -> None:
    assert said(text, "zh") == expected
