"""What fixes do to imports of JavaScript and TypeScript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import fix_all
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document
from tests.analyzers.imports.conftest import engine_of

BYTES = ("old($X)", "crypto.randomBytes($X)", 'import * as crypto from "node:crypto";')
RUN = ("exec($X)", "execFile($X)", 'import { execFile } from "node:child_process";')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import x from 'x';\n", "import * as crypto from 'node:crypto';\nimport x from 'x';\n"),
        (
            "import fs from 'fs'\nimport x from 'x'\n",
            "import fs from 'fs'\nimport * as crypto from 'crypto'\nimport x from 'x'\n",
        ),
        ('import fs from "node:fs";\n', 'import fs from "node:fs";\nimport * as crypto from "node:crypto";\n'),
        ("const fs = require('fs');\n", "const fs = require('fs');\nconst crypto = require('crypto');\n"),
        (
            "'use strict'\nvar x = require('x')\n",
            "'use strict'\nconst crypto = require('node:crypto')\nvar x = require('x')\n",
        ),
        ("export const a = 1;\n", 'import * as crypto from "node:crypto";\n\nexport const a = 1;\n'),
        ("import * as c from 'crypto';\n", "import * as c from 'crypto';\n"),
        (
            "import { createHash } from 'crypto';\n",
            "import { createHash } from 'crypto';\nimport * as crypto from 'crypto';\n",
        ),
    ],
)
def test_an_import_is_written_as_the_file_writes_them(fixed, before, after):
    name = "c" if "as c " in before else "crypto"
    assert fixed("javascript", f"{before}x = old(16);\n", *BYTES) == f"{after}x = {name}.randomBytes(16);\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import { exec } from 'child_process';\n", "import { execFile } from 'child_process';\n"),
        ("import { exec, fork } from 'child_process';\n", "import { execFile, fork } from 'child_process';\n"),
        ("const { exec } = require('child_process');\n", "const { execFile } = require('child_process');\n"),
        (
            "const { exec, spawn } = require('child_process');\n",
            "const { execFile, spawn } = require('child_process');\n",
        ),
        (
            "import {\n  exec,\n  fork,\n} from 'child_process';\n",
            "import {\n  execFile,\n  fork,\n} from 'child_process';\n",
        ),
    ],
)
def test_a_list_changes_its_names(fixed, before, after):
    assert fixed("javascript", f"{before}exec(a);\n", *RUN) == f"{after}execFile(a);\n"


@pytest.mark.parametrize(
    ("language", "path", "head"),
    [
        ("typescript", "file:///a.ts", 'import * as crypto from "node:crypto";\n\n'),
        ("javascript", "file:///a.mjs", 'import * as crypto from "node:crypto";\n\n'),
    ],
)
def test_without_imports_the_name_of_the_file_decides(fixed, language, path, head):
    assert fixed(language, "x = old(1);\n", *BYTES, path=path) == f"{head}x = crypto.randomBytes(1);\n"


@pytest.mark.parametrize(
    "code",
    [
        "x = old(1);\n",
        "import x from 'x';\nconst crypto = 1; old(1);\n",
        "import crypto from 'mine';\nold(1);\n",
        "old(1);\nconst fs = require('fs');\n",
    ],
)
def test_without_a_way_to_import_there_is_no_fix(fixed, code):
    assert fixed("javascript", code, *BYTES) == code


@pytest.mark.parametrize(
    "imports",
    [
        "import { exec } from 'mine';\n",
        "import { exec } from 'child_process';\nexport { exec };\n",
        "const { exec } = require('child_process'), x = 1;\n",
    ],
)
def test_an_import_stays_where_it_may_matter(fixed, imports):
    assert "exec }" in fixed("javascript", f"{imports}exec(a);\n", "exec($X)", "run($X)")


def test_a_required_module_within_a_function_counts_there(fixed):
    code = "const fs = require('fs');\nfunction f() {\n  const c = require('crypto');\n  old(1);\n}\n"
    assert fixed("javascript", code, *BYTES) == code.replace("old(1)", "c.randomBytes(1)")


RULES = (
    {"pattern": "old($X)", "fix": "crypto.randomBytes($X)", "metadata": {"fix-imports": [BYTES[2]]}},
    {"pattern": "exec($X)", "fix": "execFile($X)", "metadata": {"fix-imports": [RUN[2]]}},
)
HEAD = st.lists(
    st.sampled_from(["import fs from 'fs';", "import { exec, a } from 'child_process';", "import x from 'x'", "// c"]),
    unique=True,
)
REQUIRED = st.lists(
    st.sampled_from(
        ["const fs = require('fs')", "const {exec, a} = require('child_process');", "// c", "'use strict'"]
    ),
    unique=True,
)
BODY = st.lists(
    st.sampled_from(["old(1);", "exec(b)", "function f() { exec(c); old(2); }", "a();", "exec"]), max_size=5
)


@given(st.one_of(HEAD, REQUIRED), BODY, st.sampled_from(["javascript", "typescript"]))
def test_fixed_code_parses_and_imports_what_it_names_once(head, body, language):
    engine = engine_of(language, *RULES)
    document = Document("file:///a", "\n".join([*head, *body, ""]), language=language)

    every = frozenset(Applicability)
    fixed = fix_all(
        document, engine.check(document).findings, lambda new: engine.check(new).findings, applicabilities=every
    )

    assert not parse(fixed.document).has_errors
    text = fixed.document.text
    assert text.count("node:crypto") + text.count("'crypto'") <= 1
    assert ("crypto.randomBytes" in text) == ("crypto" in text)
    assert text.count("child_process") <= 1
