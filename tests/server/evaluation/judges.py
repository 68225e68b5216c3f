"""Judges of known quality: they answer the question which known defect a remark describes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from reread.server.evaluation.judging import Doubt, sample

_SECTION = re.compile(r"^<<<([A-Z]+) ([0-9a-f]{12})([^\n]*)>>>\n(.*?)\n<<<END \2>>>$", re.DOTALL | re.MULTILINE)


def asked(prompt: str) -> Doubt:
    """The question in a prompt, by its sections."""
    found = [(match[1], match[4]) for match in _SECTION.finditer(prompt)]
    [remark] = [text for name, text in found if name == "REMARK"]
    return Doubt(remark, tuple(text for name, text in found if name == "DEFECT"))


def judge(choose: Callable[[Doubt], int]) -> Callable[[str], str]:
    """A judge that chooses by number, from 1, and quotes all of the remark."""

    def answer(prompt: str) -> str:
        doubt = asked(prompt)
        return json.dumps({"quote": doubt.remark, "number": choose(doubt)})

    return answer


def oracle(doubt: Doubt) -> int:
    """Knows the labels of the sample, and of anything else that it is the first defect."""
    return next((int(each.same) for each in sample() if each.doubt == doubt), 1)
