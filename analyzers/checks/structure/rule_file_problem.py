"""A rule file of the workspace with a mistake in it: shown in the file itself, while it is written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from reread.analyzers.data_directories import RULES_FOLDER
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.rules.text.text_rules import Part

_FILE = f"{RULES_FOLDER}/own.yaml"
_RULE = "rules:\n- {id: r, languages: [python], severity: ERROR, message: m, "

RULE = Definition(
    id="rule-file-problem",
    message="$PROBLEM",
    severity=Severity.ERROR,
    category="correctness",
    by_lines=False,
    references=("https://semgrep.dev/docs/writing-rules/rule-syntax",),
    explanation="""\
A rule in this file cannot be used as it is: a key is missing or unknown, a pattern is no code of the language, or a
regular expression could run for minutes. The other rules of the file work.

Bad:

```yaml
rules:
  - id: no-eval
    languages: [python]
    pattern: eval(...)
```

Good:

```yaml
rules:
  - id: no-eval
    languages: [python]
    severity: ERROR
    message: eval runs whatever it is given.
    pattern: eval(...)
```

To fix it, do what the message says; `reread rules test` runs the rules over their examples, and the JSON schema that
`reread rules schema` prints completes the keys in an editor.
""",
    invalid=(
        Example("", _RULE + "patern: f()}\n", _FILE),
        Example("", _RULE + "pattern: f(}\n", _FILE),
        Example("", "rules: [", _FILE),
        Example("", _RULE + "pattern: f(), fix: 3}\n", _FILE),
    ),
    valid=(
        Example("", _RULE + "pattern: f()}\n", _FILE),
        Example("", _RULE + "patern: f()}\n", "settings.yaml"),
        Example("", _RULE + "patern: f()}\n", f"{RULES_FOLDER}/own.txt"),
        Example("", "entries:\n- pattern: f()\n", f"{RULES_FOLDER}/shared/input.yaml"),
    ),
)


def in_text(part: Part, options: Mapping[str, int]) -> Iterator[Found]:
    path = part.document.path.replace(os.sep, "/")
    folder, inside, name = f"/{path}".rpartition(f"/{RULES_FOLDER}/")
    if not inside or not name.endswith((".yaml", ".yml")) or name.startswith("shared/") or "/shared/" in name:
        return
    from reread.analyzers.rules.loading.parse_rules import read_rules
    from reread.analyzers.rules.loading.yaml_positions import message_of, place_of

    root = f"{folder[1:]}{inside[1:] if not folder else inside}".rstrip("/")
    lines = part.document.lines
    for problem in read_rules(part.document.path, part.document.data, root)[1]:
        place = place_of(problem, part.document.text)
        start = lines.offset((place.line, place.column))
        end = max(lines.offset((place.end_line, place.end_column)), start)
        yield Found(start, min(end, lines.line_span(lines.line_of(start)).end), {"$PROBLEM": message_of(problem)})
