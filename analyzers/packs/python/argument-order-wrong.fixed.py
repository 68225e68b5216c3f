import functools
import json
import re
from datetime import datetime


def calls(value, line, items, path, name):
    # ruleid: argument-order-wrong
    isinstance(value, str)
    # ruleid: argument-order-wrong
    getattr(value, "name")
    # ruleid: argument-order-wrong
    datetime.strptime(line, "%Y-%m-%d")
    # ruleid: argument-order-wrong
    re.match(r"\d+ .*", line)
    # ruleid: argument-order-wrong
    sorted(items, key=lambda item: item.age)
    # ruleid: argument-order-wrong
    map(lambda item: item.age, items)
    with open(path, "w") as stream:
        # ruleid: argument-order-wrong
        json.dump(value, stream)
        # ok: argument-order-wrong
        json.dump(value, stream)
    # ok: argument-order-wrong
    isinstance(value, str)
    # ok: argument-order-wrong
    issubclass(str, object)
    # ok: argument-order-wrong
    getattr(value, "name")
    # ok: argument-order-wrong
    value.setattr("name", line)
    # ok: argument-order-wrong
    name = 'isinstance(str, value) and getattr("name", value)'
    # ok: argument-order-wrong
    datetime.strptime(line, "%Y-%m-%d")
    # ok: argument-order-wrong
    re.match(r"\d+ .*", line)
    # ok: argument-order-wrong
    re.match(value.pattern, "[a-z]*")
    # ok: argument-order-wrong
    sorted(items, key=lambda item: item.age)
    # ok: argument-order-wrong
    functools.reduce(lambda a, b: a + b, items)
