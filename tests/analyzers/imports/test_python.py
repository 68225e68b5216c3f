"""What fixes do to imports of Python."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import fix_all
from reread.analyzers.text import Document
from tests.analyzers.imports.conftest import engine_of

CHOICE = ("random.choice($X)", "secrets.choice($X)", "import secrets")
PATH = ("os.getcwd()", "Path.cwd()", "from pathlib import Path")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import os\nimport random\nrandom.x\n", "import os\nimport random\nimport secrets\nrandom.x\n"),
        ("import random\nimport sys\nrandom.x\n", "import random\nimport secrets\nimport sys\nrandom.x\n"),
        (
            "import random\nfrom os import path\nrandom.x\n",
            "import random\nimport secrets\nfrom os import path\nrandom.x\n",
        ),
        ("import random\n\nimport yaml\n", "import secrets\n\nimport yaml\n"),
        ("from random import choice\nimport yaml\n", "import secrets\n\nimport yaml\n"),
        ("import random\nimport secrets\nrandom.x\n", "import random\nimport secrets\nrandom.x\n"),
        ("import random, os\n", "import os\nimport secrets\n"),
        ("from random import choice, seed\nimport os\n", "from random import seed\nimport os\nimport secrets\n"),
        (
            '"""Doc"""\nfrom __future__ import a\n\nimport random\n',
            '"""Doc"""\nfrom __future__ import a\n\nimport secrets\n',
        ),
        ("from .a import b\nimport random\nrandom.x\n", "from .a import b\nimport random\nimport secrets\nrandom.x\n"),
        ("import random\r\nrandom.x\r\n", "import random\r\nimport secrets\r\nrandom.x\r\n"),
    ],
)
def test_an_import_has_its_place_in_the_block(fixed, before, after):
    call = "choice(a)" if "choice" in before else "random.choice(a)"
    end = "\r\n" if "\r" in before else "\n"
    assert fixed("python", f"{before}x = {call}{end}", *CHOICE) == f"{after}x = secrets.choice(a){end}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(1)\n", "import a1\n\ng(a1.x)\n"),
        ("def h(): f(1)\n", "import a1\n\n\ndef h(): g(a1.x)\n"),
        ('"""Doc"""\n\nf(1)\n', '"""Doc"""\n\nimport a1\n\ng(a1.x)\n'),
        ('"""Doc"""\nf(1)\n', '"""Doc"""\n\nimport a1\n\ng(a1.x)\n'),
        (
            "#!/bin/python\n# -*- coding: utf-8 -*-\nf(1)\n",
            "#!/bin/python\n# -*- coding: utf-8 -*-\nimport a1\n\ng(a1.x)\n",
        ),
        ("# License\n\nf(1)\n", "# License\n\nimport a1\n\ng(a1.x)\n"),
        ("# About f\nf(1)\n", "import a1\n\n# About f\ng(a1.x)\n"),
        ("from __future__ import b\nf(1)\n", "from __future__ import b\n\nimport a1\n\ng(a1.x)\n"),
        ("import os\nf(1)\n", "import os\n\nimport a1\ng(a1.x)\n"),
        ("from . import b\nf(1)\n", "import a1\n\nfrom . import b\ng(a1.x)\n"),
    ],
)
def test_a_file_without_such_imports_gets_a_block(fixed, before, after):
    assert fixed("python", before, "f(1)", "g(a1.x)", "import a1") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from pathlib import PurePath\n", "from pathlib import Path, PurePath\n"),
        ("from pathlib import z, a\n", "from pathlib import z, a, Path\n"),
        ("from pathlib import (\n    A,\n    Z,\n)\n", "from pathlib import (\n    A,\n    Path,\n    Z,\n)\n"),
        ("from pathlib import (\n    Z,\n)\n", "from pathlib import (\n    Path,\n    Z,\n)\n"),
        ("from pathlib import Path\n", "from pathlib import Path\n"),
        ("from pathlib import *\n", "from pathlib import *\n"),
        (
            "from pathlib import (\n    A,  # why\n    B,\n)\n",
            "from pathlib import (\n    A,  # why\n    B,\n)\nfrom pathlib import Path\n",
        ),
    ],
)
def test_a_list_takes_one_more_name(fixed, before, after):
    assert fixed("python", f"{before}x = os.getcwd()\n", *PATH) == f"{after}x = Path.cwd()\n"


@pytest.mark.parametrize(
    ("imports", "call"),
    [
        ("import secrets as s\n", "s.choice(a)"),
        ("import secrets, os\n", "secrets.choice(a)"),
        ("import secrets as s\nimport secrets\n", "secrets.choice(a)"),
    ],
)
def test_the_name_that_the_file_uses_is_taken(fixed, imports, call):
    code = f"import random\n{imports}random.x\nx = "
    assert fixed("python", f"{code}random.choice(a)\n", *CHOICE) == f"{code}{call}\n"


def test_an_import_within_the_function_counts_there_only(fixed):
    code = "import random\ndef f():\n    import secrets\n    random.choice(a)\ndef g():\n    random.choice(b)\n"
    after = "import secrets\ndef f():\n    import secrets\n    secrets.choice(a)\ndef g():\n    secrets.choice(b)\n"
    assert fixed("python", code, *CHOICE) == after


@pytest.mark.parametrize(
    "code",
    [
        "import random\nsecrets = []\nrandom.choice(a)\n",
        "import random\ndef f(secrets): random.choice(a)\n",
        "import random\nfrom mine import secrets\nrandom.choice(a)\n",
        "import random\nimport mine as secrets\nrandom.choice(a)\n",
        "import random; random.choice(a)\n",
    ],
)
def test_without_a_free_name_or_a_certain_place_there_is_no_fix(fixed, code):
    assert fixed("python", code, *CHOICE) == code


@pytest.mark.parametrize(
    "more", ["from a.secrets import b\n", "x.secrets\n", "f(secrets=1)\n", "'secrets'\n", "# secrets\n"]
)
def test_what_only_looks_like_the_name_does_not_take_it(fixed, more):
    assert fixed("python", f"import random\nrandom.choice(a)\n{more}", *CHOICE).startswith("import secrets\n")


@pytest.mark.parametrize(
    "code",
    [
        "import random\nx = '''random'''\nrandom.choice(a)\n",
        "import random  # noqa\nrandom.choice(a)\n",
        "import random as random\nrandom.choice(a)\n",
        "try:\n    import random\nexcept ImportError:\n    pass\nrandom.choice(a)\n",
        "import random\nrandom.choice(a)\n__all__ = ['random']\n",
        "import random\nrandom.choice(a)\nrandom.seed()\n",
    ],
)
def test_an_import_stays_where_it_may_be_used(fixed, code):
    assert "import random" in fixed("python", code, *CHOICE)


def test_an_import_of_a_package_that_may_do_something_stays(fixed):
    code = "import numpy\nnumpy.random(a)\n"
    assert fixed("python", code, "numpy.random($X)", "f($X)") == "import numpy\nf(a)\n"


def test_the_imports_of_a_package_file_are_for_others(fixed):
    code = "import random\nrandom.choice(a)\n"
    assert "import random\n" in fixed("python", code, *CHOICE, path="file:///a/__init__.py")


def test_an_import_in_the_place_of_another_keeps_the_blank_lines(fixed):
    code = "import random\n\n\ndef f():\n    random.choice(a)\n"
    assert fixed("python", code, *CHOICE) == code.replace("random", "secrets")


def test_a_comment_is_no_use(fixed):
    assert "import random" not in fixed("python", "import random\n# random\nrandom.choice(a)\n", *CHOICE)


RULES = (
    {"pattern": "random.choice($X)", "fix": "secrets.choice($X)", "metadata": {"fix-imports": ["import secrets"]}},
    {"pattern": "os.getcwd()", "fix": "Path.cwd()", "metadata": {"fix-imports": ["from pathlib import Path"]}},
    {"pattern": "old($X)", "fix": "ast.literal_eval($X)", "metadata": {"fix-imports": ["import ast"]}},
)
LINES = st.sampled_from(
    """import os|import random|import secrets as s|from random import choice|from pathlib import Path, X|
    from os import getcwd, path|import yaml|from . import z||# a comment|'text'""".replace("|\n    ", "|").split("|")
)
BODY = st.sampled_from(
    ("x = random.choice(a)", "choice(b)", "os.getcwd()", "def f():\n    return os.getcwd()", "old(1)", "random.seed()")
)


@given(st.lists(LINES, max_size=6), st.lists(BODY, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_fixed_code_parses_and_imports_what_it_names_once(head, body, ending):
    code = ending.join("\n".join([*head, *body, ""]).split("\n"))
    engine = engine_of("python", *RULES)
    document = Document("file:///a.py", code, language="python")
    every = frozenset(Applicability)

    fixed = fix_all(
        document, engine.check(document).findings, lambda new: engine.check(new).findings, applicabilities=every
    )

    module = ast.parse(fixed.document.text)
    names = [
        alias.asname or alias.name
        for node in module.body
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    ]
    used = {
        node.value.id
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    for name in ("secrets", "ast", "Path"):
        assert (name not in used or names.count(name) >= 1) and names.count(name) <= max(1, code.count(name))
