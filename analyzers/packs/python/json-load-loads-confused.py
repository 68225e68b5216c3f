import json


def f(path, stream, text):
    # ruleid: json-load-loads-confused
    first = json.load(stream.read())
    with open(path) as opened:
        # ruleid: json-load-loads-confused
        second = json.loads(opened)
    # ok: json-load-loads-confused
    third = json.load(stream)
    # ok: json-load-loads-confused
    fourth = json.loads(text)
    return first, second, third, fourth
