"""Texts that try to be more than text, wherever they are shown."""

from __future__ import annotations

import yaml

MARKDOWN = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</p><iframe src=//evil.example></iframe>",
    "<!-- hidden -->",
    "<?php x ?>",
    "![x](http://evil.example/track.png)",
    "!![x](http://evil.example/a)",
    "![x][ref]\n\n[ref]: http://evil.example/a",
    "[click](https://evil.example)",
    "[click](javascript:alert(1))",
    "[click](command:workbench.action.terminal.new)",
    "[click](<command:evil>)",
    "[click](\tdata:text/html,x)",
    "[click](file:///etc/passwd)",
    "[click](vscode://evil/run)",
    "[click][ref]\n\n[ref]: command:evil",
    "[ref]: javascript:alert(1)\n\n[ref]",
    "[^1]\n\n[^1]: x",
    "<command:evil>",
    "<https://evil.example>",
    "<a@evil.example>",
    "https://evil.example/x",
    "HTTPS://EVIL.EXAMPLE",
    "www.evil.example",
    "evil.example",
    "//localhost/x",
    "a@evil.example",
    "mailto:a@evil.example",
    "http\\://evil.example",
    "&lt;img src=x&gt;",
    "&#60;img src=x&#62;",
    "&lbrack;x&rbrack;&lpar;command:evil&rpar;",
    "&#33;&#91;x](http://evil.example/a)",
    "\\[x](command:evil)",
    "\\\\[x](command:evil)",
    "\\\\\\[x](command:evil)",
    "`[x](command:evil)",
    "``[x](command:evil)`",
    "\\`[x](command:evil)`",
    "`a``[x](command:evil)",
    "`x`http://a`[x](command:evil)`",
    "`` a` ```[x](command:evil)`",
    "| a | b |\n|---|---|\n| `x | [c](command:evil) ` |",
    "a | b\n-|-\n`x | <img src=x>`",
    "> | a | b |\n> |:-:|---|\n> | `x | [c](command:evil)` |",
    "- a\n  ```\n<img src=x>\n",
    "    ```\n<img src=x>",
    "  ```\n```\n<img src=x>",
    "````\n```\n````\n<img src=x>",
    "```\n````\n<img src=x>",
    "```\n  ```  \n<img src=x>",
    "> ```\n<img src=x>",
    "- ```\n[x](command:evil)\n```\n[x](command:evil)",
    "~~~\n```\n~~~\n<img src=x>",
    "``` a`b\n<img src=x>\n```",
    "```\nnever closed <img>",
    "[x]\u200b(command:evil)",
    "[x]\u202e(command:evil)",
    "[x\n](command:evil)",
    "[x](\ncommand:evil)",
)
PIECES = (
    *MARKDOWN,
    "```",
    "~~~",
    "`",
    "``",
    "\n",
    "  ",
    "> ",
    "- ",
    "1. ",
    "text",
    "\n\n",
    "<",
    "](",
    "![",
    "\\",
    "&",
    "|",
    "\t",
    "---",
)

OBEYED = (
    "\x1b[2J\x1b]8;;http://evil.example\x07\x9b31m\x00\x08\r\u202e\u2066\u200b\u200e\ufeff\u2028\U000e0041\U000e0100"
)
"""What a terminal obeys, what turns text around, and what nobody sees."""
HIDDEN = frozenset(OBEYED) - frozenset("[2Jm];:/.1380https:vilexampl ")

PAYLOAD = (
    f"{OBEYED}![p](http://evil.example/p.png) [run](command:evil.run) <img src=x> `a|b` ```\n[q](command:evil.run)"
)
"""All at once, with a code span that is to stay readable."""

WEAKNESS = "https://cwe.mitre.org/data/definitions/79.html"
"""The one link that we make of such a rule: the number is the rule's, the address is ours."""


def rule() -> str:
    """A rule of a workspace all of whose texts are hostile, as YAML."""
    metadata = {
        "explanation": PAYLOAD,
        "fix-title": PAYLOAD,
        "fix-reason": PAYLOAD,
        "documentation": "https://user@evil.example/",
        "references": ["https://evil.example/page", f"https://evil.example/{PAYLOAD}", "command:evil.run"],
        "category": PAYLOAD,
        "cwe": [f"CWE-79: {PAYLOAD}"],
        "owasp": PAYLOAD,
        "applicability": "unsafe",
    }
    made = {"id": "hostile-rule", "message": PAYLOAD, "languages": ["python"], "severity": "WARNING"}
    return yaml.safe_dump({"rules": [{**made, "pattern": "bad($X)", "fix": "good($X)", "metadata": metadata}]})


def said(quote: str) -> dict:
    """A finding of a model all of whose texts are hostile."""
    texts = dict.fromkeys(("title", "message", "why"), PAYLOAD)
    return {**texts, "unit": 1, "severity": "warning", "category": "x", "confidence": 0.9, "quote": quote, "edits": []}
