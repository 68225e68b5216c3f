"""Conditions of Python that sanitize what they test; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

ENGINE = engine(rule())

CASES = {
    "a check of each character sanitizes the text": """
        x = source()
        if not all(c in "abc" for c in x):
            return
        sink(x)
        y = source()
        if any(c not in KNOWN for c in y.strip()):
            return
        sink(y)
        z = source()
        if all(c.isalnum() or c in "-_" for c in z):
            sink(z)
        a = source()
        if all(map(str.isalnum, a)):
            sink(a)
        b = source()
        if any(c in KNOWN for c in b):
            sink(b)  # BAD
        c = source()
        if all(len(each) < 5 for each in c):
            sink(c)  # BAD
        d = source()
        if not any(each not in KNOWN for each in d):
            sink(d)
        else:
            sink(d)  # BAD
        e = source()
        if all(each.isalnum() for each in e if each != "-"):
            sink(e)
        f = source()
        if all(each.isalnum() for each in f if each not in KNOWN):
            sink(f)
        g = source()
        if all(each.isalnum() for each in g if len(each) < 3):
            sink(g)  # BAD
    """,
    "a loop that leaves at what is not known sanitizes all that it iterates over": """
        x = source()
        for c in x:
            if c not in KNOWN:
                raise ValueError(c)
        sink(x)
        parts = source()
        for part in parts.split(","):
            if part == "":
                continue
            if not part.isalnum():
                return
        sink(parts)
        y = source()
        for c in y:
            if c not in KNOWN:
                break
        sink(y)  # BAD
        z = source()
        for c in z:
            if c not in KNOWN:
                print(c)
        sink(z)  # BAD
        a = source()
        for c in a:
            c = "a"
        sink(a)  # BAD
    """,
    "sets within known ones": """
        x = source()
        if not set(x) <= KNOWN:
            return
        sink(x)
        y = source()
        if set(y) - KNOWN:
            return
        sink(y)
        z = source()
        if KNOWN.issuperset(z):
            sink(z)
        a = set(source())
        if not a.issubset(KNOWN):
            return
        sink(a)
        b = source()
        if set(KNOWN) <= set(b):
            sink(b)  # BAD
        c = source()
        if c <= "m":
            sink(c)  # BAD
        d = source()
        if not KNOWN - set(d):
            sink(d)  # BAD
        e = source()
        unknown = [each for each in e if each not in KNOWN]
        if unknown:
            return
        sink(e)
    """,
    "a search for all but a few characters that finds nothing": """
        x = source()
        if re.search(r"[^a-z_]", x):
            return
        sink(x)
        y = source()
        if re.findall(r"\\W", y):
            return
        sink(y)
        z = source()
        if re.search(r"[^a-z_]x", z):
            return
        sink(z)  # BAD
        a = source()
        if re.search(r"[a-z_]", a):
            return
        sink(a)  # BAD
        b = source()
        if re.match(r"^[^a-z]", b):
            return
        sink(b)  # BAD
        c = source()
        if re.search(r"[^\\S]", c):
            return
        sink(c)  # BAD
        d = source()
        if re.match(r"[^a-z]", d):
            return
        sink(d)  # BAD
    """,
    "what is a part of a constant text, a key of a table or one of some is known": """
        x = source()
        if x not in "+-*/":
            return
        sink(x)
        y = source()
        if {"a": 1}.get(y) is None:
            sink(y)  # BAD
        table = {"a": 1, "b": 2}
        if table.get(y):
            sink(y)
        found = table.get(y)
        if not found:
            return
        sink(y)
        z = source()
        if cache.get(z):
            sink(z)  # BAD
        if any(z == each for each in KNOWN):
            sink(z)
        if any(len(z) == each for each in KNOWN):
            sink(z)  # BAD
    """,
    "what is false or empty carries nothing": """
        x = source()
        if not x:
            sink(x)
        if x:
            x = ""
        sink(x)
        y = source()
        if y:
            sink(y)  # BAD
    """,
    "what a function keeps of a list": """
        sink("".join(filter(str.isalnum, source())))
        sink(list(filter(str.isupper, source())))  # BAD
        sink(list(filter(None, source())))  # BAD
        sink(list(filter(is_known, source())))
    """,
    "a flag, a message or a list of errors tells what was checked": """
        x = source()
        error = None
        if not x:
            error = "missing"
        elif x not in KNOWN:
            error = "unknown"
        if error is None:
            sink(x)
        else:
            sink(x)  # BAD
        y = source()
        errors = []
        if not y:
            errors.append("missing")
        if y not in KNOWN:
            errors.append("unknown")
        if len(y) > 9:
            errors.append("long")
        sink(y)  # BAD
        if len(errors) > 0:
            return
        sink(y)
    """,
    "a flag of a loop": """
        x = source()
        valid = False
        for each in ["a", "b"]:
            if each == x:
                valid = True
                break
        if not valid:
            return
        sink(x)
    """,
    "a flag that is set for other reasons tells nothing": """
        x = source()
        valid = False
        if x in KNOWN:
            valid = True
        if len(x) > 3:
            valid = True
        if valid:
            sink(x)  # BAD
        y = source()
        errors = {}
        if y not in KNOWN:
            errors["y"] = "unknown"
        if errors:
            sink(y)  # BAD
        else:
            sink(y)
        z = source()
        error = ""
        if z not in KNOWN:
            error = "unknown"
        error = ""
        if not error:
            sink(z)  # BAD
        a = source()
        error = None
        if len(a) > 9:
            error = "long"
        if error is None:
            sink(a)  # BAD
    """,
    "an attempt that fails sets a message": """
        x = source()
        problem = ""
        try:
            check(x)
        except ValueError:
            problem = "unknown"
        if not problem:
            sink(x)
        sink(x)  # BAD
    """,
}

FUNCTIONS = """
def is_unknown(x):
    return x not in KNOWN
def problem_of(x):
    if x not in KNOWN:
        return "unknown"
def errors_of(x):
    errors = []
    if x not in KNOWN:
        errors.append("unknown")
    return errors
def has_only_known(x):
    for c in x:
        if c not in KNOWN:
            return False
    return True
def refuse(x):
    if is_unknown(x):
        raise ValueError(x)
def is_long(x):
    if len(x) > 9:
        return "long"
def asks():
    x = source()
    if is_unknown(x):
        return
    sink(x)
def asks_for_a_problem():
    x = source()
    if problem := problem_of(x):
        sink(x)  # BAD
        return problem
    sink(x)
def keeps_the_problem():
    x = source()
    problem = problem_of(x)
    if problem is not None:
        return problem
    sink(x)
def keeps_errors():
    x = source()
    errors = errors_of(x)
    if errors:
        return errors
    sink(x)
def characters():
    x = source()
    if has_only_known(x):
        sink(x)
def refused():
    x = source()
    refuse(x)
    sink(x)
def each_refused():
    many = source()
    for each in many:
        refuse(each)
    sink(many)
def something_else():
    x = source()
    if is_long(x):
        return
    sink(x)  # BAD
def the_other_way():
    x = source()
    if not is_unknown(x):
        return
    sink(x)  # BAD
def the_other_way_about():
    x = source()
    if problem_of(x) is None:
        return
    sink(x)  # BAD
"""

REQUESTS = """
def f(form):
    if form.get("a") not in KNOWN:
        return
    x = form.get("a", "")
    sink(x)
    sink(form["a"])
    sink(form["b"])  # BAD
    sink(form.get("b"))  # BAD
"""


@pytest.mark.parametrize("name", CASES)
def test_in_a_function(name):
    code = "def is_known(x):\n    return x in KNOWN\ndef check(x):\n    if x not in KNOWN:\n        raise ValueError\n"
    code += f"def f():{CASES[name]}"
    assert_flows(ENGINE, code)


def test_between_functions():
    assert_flows(ENGINE, FUNCTIONS)


def test_a_guard_holds_for_a_repeated_call():
    form = engine(rule(**{"pattern-sources": [{"pattern": "form"}]}))
    assert_flows(form, REQUESTS)


TABLES = """
def f(table, session):
    x = source()
    sink(table.get(x))
    sink(table.get(x, "a")["b"])
    sink(all_tables().get(x))
    sink(table.get(x, x))  # BAD
    sink(session.get(x))  # BAD
    sink(Client().get(x))  # BAD
    sink(x.get("a"))  # BAD
"""


def test_a_looked_up_value_does_not_have_the_taint_of_its_key():
    assert_flows(engine(rule(options={"taint_assume_safe_indexes": True})), TABLES)


LEFT_OUT = """
def f():
    x = source()
    if any(bad in x for bad in ("..", "/")):
        return
    sink(x)
    y = source()
    if any(bad in y for bad in ("*", "~")):
        return
    sink(y)  # BAD
"""


def test_a_guard_in_a_comprehension_sanitizes():
    condition = {
        "patterns": [
            {"pattern": "any(($BAD in $X for $BAD in $ALL))"},
            {"metavariable-regex": {"metavariable": "$ALL", "regex": r".*\.\."}},
        ],
        "guard": "not $X",
    }
    assert_flows(engine(rule(**{"pattern-sanitizers": [condition]})), LEFT_OUT)
