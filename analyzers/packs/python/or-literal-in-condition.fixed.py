def f(name):
    # ruleid: or-literal-in-condition
    if name in ("a", "b"):
        return 1
    # ok: or-literal-in-condition
    if name in ("a", "b"):
        return 2
    # ok: or-literal-in-condition
    if name == "a" or name == "b":
        return 3
    return 4


def g(number):
    # ruleid: or-literal-in-condition
    while number == 1 or 2:
        number += 1
    # ok: or-literal-in-condition
    return number == 1 or 2
