import functools
import json
import re
from datetime import datetime


def calls(value, line, items, path, name):
    # ruleid: swapped-arguments
    isinstance(value, str)
    # ruleid: swapped-arguments
    getattr(value, "name")
    # ruleid: swapped-arguments
    datetime.strptime(line, "%Y-%m-%d")
    # ruleid: swapped-arguments
    re.match(r"\d+ .*", line)
    # ruleid: swapped-arguments
    sorted(items, key=lambda item: item.age)
    # ruleid: swapped-arguments
    map(lambda item: item.age, items)
    with open(path, "w") as stream:
        # ruleid: swapped-arguments
        json.dump(value, stream)
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
