"""A mistake in a rule file or library model of the workspace, shown in that file while it is edited."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from reread.analyzers.data_directories import MODELS_FOLDER, RULES_FOLDER
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, TextScope
from reread.analyzers.rules.rule import Problem

_FILE = f"{RULES_FOLDER}/own.yaml"
_MODEL = "library: acme\nlanguages: [python]\nsinks:\n- {function: acme.run, "
_RULE = "rules:\n- {id: r, languages: [python], severity: ERROR, message: m, "

RULE = Definition(
    id="rule-file-problem",
    message="$PROBLEM",
    summary="Mistake in a rule file or library model: a rule or entry cannot be used as written. Correct it.",
    severity=Severity.ERROR,
    category="correctness",
    by_lines=False,
    references=("https://semgrep.dev/docs/writing-rules/rule-syntax",),
    explanation="""\
A rule or an entry of a library model in this file cannot be used as it is: a key is missing or unknown, a pattern is
not code of the language, or a regular expression could run for minutes. The rest of the file works.

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
        Example("", _MODEL + "clas: sql}\n", f"{MODELS_FOLDER}/acme.yaml"),
    ),
    valid=(
        Example("", _RULE + "pattern: f()}\n", _FILE),
        Example("", _MODEL + "class: sql}\n", f"{MODELS_FOLDER}/acme.yaml"),
        Example("", _RULE + "patern: f()}\n", "settings.yaml"),
        Example("", _RULE + "patern: f()}\n", f"{RULES_FOLDER}/own.txt"),
        Example("", "entries:\n- pattern: f()\n", f"{RULES_FOLDER}/shared/input.yaml"),
    ),
)


def in_text(part: TextScope, options: Mapping[str, int]) -> Iterator[Found]:
    problems = _problems(part)
    if not problems:
        return
    from reread.analyzers.rules.loading.yaml_positions import message_of, place_of

    lines = part.document.lines
    for problem in problems:
        place = place_of(problem, part.document.text)
        start = lines.offset((place.line, place.column))
        end = max(lines.offset((place.end_line, place.end_column)), start)
        yield Found(start, min(end, lines.line_span(lines.line_of(start)).end), {"$PROBLEM": message_of(problem)})


def _problems(part: TextScope) -> Sequence[Problem]:
    """What is wrong with the file; nothing for one that is neither of rules nor of library models."""
    document = part.document
    path = f"/{document.path.replace(os.sep, '/')}"
    if not path.endswith((".yaml", ".yml")):
        return ()
    above, models, _ = path.rpartition(f"/{MODELS_FOLDER}/")
    if models:
        from reread.analyzers.rules.models.reading import model_in

        model = model_in(document.path, document.data)
        if model is not None:
            return model[1]
    folder, inside, name = path.rpartition(f"/{RULES_FOLDER}/")
    if not (models or inside) or name.startswith("shared/") or "/shared/" in name:
        return ()
    from reread.analyzers.rules.loading.parse_rules import read_rules

    root = f"{folder}{inside}" if inside else f"{above}{models}"
    return read_rules(document.path, document.data, (root if os.path.isabs(document.path) else root[1:]).rstrip("/"))[1]
