import math


def check(a, b):
    # ruleid: float-equality
    if math.isclose(a + b, 0.3):
        return 1
    # ruleid: float-equality
    while not math.isclose(a * b, 0.07):
        a += 1
    # ruleid: float-equality
    return math.isclose(a / b, 1.1)


def fine(a, b, c):
    # ok: float-equality
    if math.isclose(a + b, 0.3):
        return 1
    # ok: float-equality
    if a == 0.3:
        return 2
    # ok: float-equality
    if a + b == 0.5:
        return 3
    # ok: float-equality
    if a + b == 1.0:
        return 4
    # ok: float-equality
    if a + b < 0.3:
        return 5
    # ok: float-equality
    return a + b == c
