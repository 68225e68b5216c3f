"""`python -m tests.differential [WORD]`: where we and Semgrep differ, with the lines, for cases with WORD in their name."""

from __future__ import annotations

import sys
import tempfile

from tests.differential import generate, ours, semgrep
from tests.differential.cases import Case, agree, inner, written

_MOST_SHOWN = 8


def main() -> None:
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    cases = [*(generate.cases() if word == "generated" else ()), *(case for case in written() if word in case.name)]
    with tempfile.TemporaryDirectory() as folder:
        found, refused = semgrep.run(cases, folder)
    same = differ = 0
    for case in cases:
        for problem in ours.rules_of(case)[1]:
            _say(f"{case.name}: we refuse: {problem}")
        for key, mine in ours.matches(case).items():
            if key in refused:
                differ += 1
                _say(f"{key}: refused: {' '.join(refused[key].split())[:200]}")
            elif agree(mine, found[key], dict(case.files)[key.file]):
                same += 1
            else:
                differ += 1
                _show(case, key, mine, found[key])
    _say(f"{same} of {same + differ} agree")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _show(case: Case, key, mine, found) -> None:
    rule = next(rule for rule in case.rules if rule["id"] == key.rule)
    _say(f"{key}: { {name: value for name, value in rule.items() if 'pattern' in name or name == 'options'} }")
    text = dict(case.files)[key.file]
    lines = text.split("\n")
    for sign, only, other in (("ours only  ", mine, found), ("theirs only", found, mine)):
        places = {inner(match, text) for match in other}
        messages = {match.message + match.fix for match in other}
        lone = [match for match in sorted(only) if _is_lone(match, text, places, messages if sign[0] == "o" else None)]
        for match in lone[:_MOST_SHOWN]:
            where = f"{match.line}:{match.column}-{match.end_line}:{match.end_column}"
            _say(f"  {sign} {where}  {lines[match.line - 1].strip()}  [{match.message}] {match.fix}")


def _is_lone(match, text, places, messages) -> bool:
    """True for a match at another place, or of which other things are said (where that matters)."""
    return inner(match, text) not in places or (messages is not None and match.message + match.fix not in messages)


main()
