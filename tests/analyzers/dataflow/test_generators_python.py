"""Taint through queues, generators, exceptions and callbacks of Python; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

ENGINE = engine(rule())

CASES = {
    "what was put first comes first": """
        waiting = queue.Queue(maxsize=3)
        waiting.put(source())
        waiting.put("a")
        sink(waiting.get())  # BAD
        sink(waiting.get(timeout=5))
        jobs = Queue()
        jobs.put(Job(name="a", target=source()))
        job = jobs.get_nowait()
        sink(job.name)
        sink(job.target)  # BAD
        last = deque([source(), "a"], maxlen=4)
        sink(last.pop())
        sink(last.pop())  # BAD
        turned = deque(["a", source()])
        turned.rotate(1)
        sink(turned[0])  # BAD
    """,
    "what a generator yields comes in its turn": """
        def pieces():
            yield "a"
            yield source()
            yield "b"
        each = pieces()
        sink(next(each))
        sink(next(each))  # BAD
        sink(next(each))
        for one in pieces():
            sink(one)  # BAD
        sink(list(pieces()))  # BAD
        def perhaps(x):
            yield "a"
            if x:
                yield source()
            yield "b"
        sink(next(perhaps(1)))  # BAD
        def from_another():
            yield "a"
            yield from pieces()
        sink(next(from_another()))  # BAD
        def one_alone():
            yield source()
        with one_alone() as opened:
            sink(opened.name)  # BAD
    """,
    "a return at the very end is what counts": """
        def overruled():
            try:
                return source()
            finally:
                return "a"
        sink(overruled())
        def closed():
            try:
                return source()
            finally:
                close()
        sink(closed())  # BAD
        def perhaps(x):
            try:
                return source()
            finally:
                if x:
                    return "a"
        sink(perhaps(1))  # BAD
        def brought():
            try:
                return "a"
            finally:
                return source()
        sink(brought())  # BAD
    """,
    "what was given for later is as it was": """
        x = source()
        later = partial(same, x)
        x = "a"
        sink(later())  # BAD
        y = "a"
        after = partial(same, y)
        y = source()
        sink(after())
    """,
    "the first dictionary of a chain counts": """
        chain = ChainMap({"a": "b"}, {"a": source(), "c": source()})
        sink(chain["a"])
        sink(chain["c"])  # BAD
    """,
    "keys that were chosen are not what stands under them": """
        known = {k: v for k, v in source().items() if k in KNOWN}
        for k in known:
            sink(k)
        for k, v in known.items():
            sink(k)
            sink(v)  # BAD
        sink(known["a"])  # BAD
        any_key = {k: v for k, v in source().items() if v in KNOWN}
        for k, v in any_key.items():
            sink(v)
            sink(k)  # BAD
        numbers = {k: 1 for k, v in source().items()}
        for k in numbers:
            sink(k)  # BAD
        more = {k: v for k, v in source().items() if k in KNOWN}
        more.update(other())
        sink(more["a"])  # BAD
    """,
}

RAISED = """
def check(x):
    if x not in KNOWN:
        raise ValueError("unknown: " + x)
def handled(x):
    try:
        raise ValueError(x)
    except ValueError:
        return None
def deeper(x):
    check(x)
def tells():
    try:
        check(source())
    except ValueError as error:
        sink(str(error))  # BAD
def tells_what_is_deeper():
    try:
        deeper(source())
    except ValueError as error:
        sink(f"{error}")  # BAD
def tells_nothing():
    try:
        check("a")
    except ValueError as error:
        sink(str(error))
def was_handled():
    try:
        handled(source())
    except ValueError as error:
        sink(str(error))
"""


@pytest.mark.parametrize("name", CASES)
def test_in_a_function(name):
    code = f"def same(x):\n    return x\ndef f():{CASES[name]}"
    assert_flows(ENGINE, code)


def test_an_exception_carries_the_taint_of_its_message():
    assert_flows(ENGINE, RAISED)
