def f(a, b):
    # ruleid: dictionary-key-repeated
    first = {"name": a, "title": b, "name": b}
    # ok: dictionary-key-repeated
    second = {"name": a, "title": b}
    # ok: dictionary-key-repeated
    third = {a: 1, "name": {"name": 1}}
    return first, second, third
