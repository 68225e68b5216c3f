"""What a loop, or a statement that enters an object, binds a name to."""

from __future__ import annotations

import re

import pytest

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.syntax import parse
from reread.analyzers.taint.bound_names import Bound, bound_by
from reread.analyzers.text import Document


def bound(language: str, code: str) -> Bound | None:
    """What the last `client` of the code is bound to."""
    tree = parse(Document("file:///a", code, language=language))
    assert tree is not None and not tree.root.has_error
    *_, at = (match.start() for match in re.finditer(r"\bclient\b", code))
    node = tree.root.descendant_for_byte_range(at, at + len("client"))
    assert node is not None
    return bound_by(node, MatchContext(code.encode(), tree.root, tree.language, Imports()))


def taken_from(language: str, code: str) -> str:
    """The text of that value; "" for none."""
    found = bound(language, code)
    return "" if found is None or found.value is None else (found.value.text or b"").decode()


LOOPS = {
    "python": "for client in clients:\n    client.get()\n",
    "javascript": "for (const client of clients) { client.get(); }",
    "typescript": "for (const client of clients) { client.get(); }",
    "tsx": "for (const client in clients) { client.get(); }",
    "go": "package a\nfunc f() {\n\tfor _, client := range clients {\n\t\tclient.Get()\n\t}\n}\n",
    "java": "class A { void f() { for (var client : clients) { client.get(); } } }",
    "csharp": "class A { void F() { foreach (var client in clients) { client.Get(); } } }",
    "rust": "fn f() { for client in clients { client.get(); } }",
    "cpp": "void f() { for (auto& client : clients) { client.get(); } }",
    "swift": "func f() { for client in clients { client.get() } }",
}


@pytest.mark.parametrize("language", sorted(LOOPS))
def test_a_loop_binds_its_name_to_the_collection(language):
    assert taken_from(language, LOOPS[language]) == "clients"
    assert taken_from(language, LOOPS[language].replace("client", "other", 1)) == ""


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "a = [client.get() for client in clients if client]"),
        ("python", "a = {client for other in others for client in clients}"),
        ("go", "package a\nfunc f() {\n\tfor client := range clients {\n\t\tclient.Get()\n\t}\n}\n"),
        ("javascript", "for (client of clients) client.get();"),
    ],
)
def test_other_forms_of_loops_bind_names_as_well(language, code):
    assert taken_from(language, code) == "clients"


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "def f():\n    for client in clients:\n        client = other()\n        client.get()\n"),
        ("python", "for client in clients:\n    def f(client):\n        client.get()\n"),
        ("python", "for client in all_of(client):\n    pass\n"),
        ("javascript", "() => { for (const client of clients) { const client = other(); client.get(); } }"),
        ("javascript", "for (const client of clients) { all(client => client.get()); }"),
        ("go", "package a\nfunc f() {\n\tfor client, a := range clients {\n\t\tclient.Get(a)\n\t}\n}\n"),
        ("java", "class A { void f() { for (Client client : clients) { client.get(); } } }"),
        ("csharp", "class A { void F() { foreach (Client client in clients) { client.Get(); } } }"),
        ("python", "for one in clients:\n    client.get()\n"),
    ],
)
def test_what_is_further_in_or_has_a_type_is_not_bound_by_the_loop(language, code):
    assert bound(language, code) is None


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "def f():\n    client = other\n    for client in clients:\n        client.get()\n"),
        ("python", "def f(client):\n    for client in clients:\n        client.get()\n"),
        ("javascript", "function f(client) { for (const client of clients) { client.get(); } }"),
        ("go", LOOPS["go"].replace("f()", "f(client int)")),
    ],
)
def test_a_loop_hides_what_is_further_out(language, code):
    assert taken_from(language, code) == "clients"


@pytest.mark.parametrize("before", ["", "other() as b, ", "async "])
def test_a_with_statement_binds_a_name_to_what_it_enters(before):
    head = "async with " if before == "async " else f"with {before}"
    assert taken_from("python", f"{head}made() as client:\n    client.get()\n") == "made()"


OWN = "{decorator}class Made:\n    def {method}(self):\n        return {given}\n\nwith Made() as client:\n    client.get()\n"


@pytest.mark.parametrize("decorator", ["", "@final\n"])
@pytest.mark.parametrize(
    ("method", "given", "expected"),
    [("__enter__", "self", "Made()"), ("__enter__", "self.inner", ""), ("__exit__", "self", "")],
)
def test_an_object_of_the_file_is_bound_where_entering_it_gives_it(decorator, method, given, expected):
    found = bound("python", OWN.format(decorator=decorator, method=method, given=given))
    assert found is not None
    assert (found.value.text.decode() if found.value else "") == expected
