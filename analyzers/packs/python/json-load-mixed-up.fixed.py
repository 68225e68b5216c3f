import json


def f(path, stream, text):
    # ruleid: json-load-mixed-up
    first = json.load(stream)
    with open(path) as opened:
        # ruleid: json-load-mixed-up
        second = json.loads(opened)
    # ok: json-load-mixed-up
    third = json.load(stream)
    # ok: json-load-mixed-up
    fourth = json.loads(text)
    return first, second, third, fourth
