import functools
import json
import re
from datetime import datetime


def calls(value, line, items, path, name):
    # ruleid: swapped-arguments
    isinstance(str, value)
    # ruleid: swapped-arguments
    getattr("name", value)
    # ruleid: swapped-arguments
    datetime.strptime("%Y-%m-%d", line)
    # ruleid: swapped-arguments
    re.match(line, r"\d+ .*")
    # ruleid: swapped-arguments
    sorted(items, lambda item: item.age)
    # ruleid: swapped-arguments
    map(items, lambda item: item.age)
    with open(path, "w") as stream:
        # ruleid: swapped-arguments
        json.dump(stream, value)
        # ok: swapped-arguments
        json.dump(value, stream)
    # ok: swapped-arguments
    isinstance(value, str)
    # ok: swapped-arguments
    issubclass(str, object)
    # ok: swapped-arguments
    getattr(value, "name")
    # ok: swapped-arguments
    value.setattr("name", line)
    # ok: swapped-arguments
    name = 'isinstance(str, value) and getattr("name", value)'
    # ok: swapped-arguments
    datetime.strptime(line, "%Y-%m-%d")
    # ok: swapped-arguments
    re.match(r"\d+ .*", line)
    # ok: swapped-arguments
    re.match(value.pattern, "[a-z]*")
    # ok: swapped-arguments
    sorted(items, key=lambda item: item.age)
    # ok: swapped-arguments
    functools.reduce(lambda a, b: a + b, items)
