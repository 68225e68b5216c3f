"""Classes of the protocol are made when they are used, and then are what attrs would have made at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import attrs
import pytest

from reread.server.lsp.transport.lazy_classes import later

PROGRAM = """
import json, sys
from lsprotocol.converters import get_converter
from lsprotocol.types import CodeActionRequest

message = json.loads(sys.stdin.read())
converter = get_converter()
request = converter.structure(message, CodeActionRequest)
assert converter.unstructure(request) == message, converter.unstructure(request)
print(request)
"""
MESSAGE = """{"id": 1, "jsonrpc": "2.0", "method": "textDocument/codeAction", "params": {
    "textDocument": {"uri": "file:///work/a.py"},
    "range": {"start": {"line": 1, "character": 2}, "end": {"line": 3, "character": 4}},
    "context": {"only": ["quickfix"], "triggerKind": 1, "diagnostics": [
        {"range": {"start": {"line": 1, "character": 2}, "end": {"line": 3, "character": 4}}, "message": "bad",
         "data": {"fixes": ["x"]}, "code": "rule"}]}}}"""


def point() -> Any:
    class Point:
        x: int = attrs.field(validator=attrs.validators.instance_of(int))
        y: Any = attrs.field(default=None)

        def __hash__(self) -> int:
            return 7

    return Point


def printed(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, input=MESSAGE, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_a_message_becomes_the_same_objects_and_the_same_json() -> None:
    imported = "from reread.server.lsp.transport.lazy_classes import import_types; import_types()\n"
    assert printed(imported + PROGRAM) == printed(PROGRAM) != ""


def test_few_classes_are_made_for_a_message() -> None:
    counted = """
from reread.server.lsp.transport import lazy_classes
lazy_classes.import_types()
from lsprotocol import types
def made():
    classes = [each for each in vars(types).values() if "__attrs_attrs__" in getattr(each, "__dict__", ())]
    waiting = [each for each in classes if isinstance(vars(each)["__attrs_attrs__"], lazy_classes._Later)]
    return len(classes) - len(waiting), len(classes)
before, _ = made()
"""
    before, after, of = map(int, printed(counted + PROGRAM + "print(before, *made())").split()[-3:])
    assert (before, of > 500) == (0, True)
    assert 0 < after < of / 5


def test_it_is_what_attrs_makes_at_once() -> None:
    plain, lazy = attrs.resolve_types(attrs.define(point(), slots=False)), later(point())
    assert attrs.fields(lazy) == attrs.fields(plain)
    assert repr(lazy(1, y=2)) == repr(plain(1, y=2))
    assert lazy(1) == lazy(1) != lazy(2)
    assert hash(lazy(1)) == 7
    with pytest.raises(TypeError):
        lazy("1")


def test_the_class_that_others_know_stays() -> None:
    known = point()
    assert later(known) is known
    assert type(known(1)) is known


def test_options_are_for_attrs() -> None:
    assert later(frozen=True)(point()).__attrs_attrs__


def test_threads_get_whole_objects() -> None:
    lazy, seen = later(point()), []
    together = threading.Barrier(8)

    def use() -> None:
        together.wait()
        seen.append(lazy(3).x)

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3] * 8


def test_attrs_is_left_as_it_was() -> None:
    program = """
import attrs
from reread.server.lsp.transport.lazy_classes import import_types
before = attrs.define
import_types()
print(attrs.define is before)
"""
    assert printed(program) == "True\n"


def test_classes_that_are_there_already_are_resolved_by_the_converter_as_ever() -> None:
    program = """
import attrs
from lsprotocol import converters, types
from reread.server.lsp.transport.lazy_classes import import_types
import_types()
converters.get_converter()
print(attrs.fields(types.CodeActionParams).range.type is types.Range)
"""
    assert printed(program) == "True\n"
