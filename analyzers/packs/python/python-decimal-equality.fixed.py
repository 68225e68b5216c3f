import math


def check(a, b):
    # ruleid: python-decimal-equality
    if math.isclose(a + b, 0.3):
        return 1
    # ruleid: python-decimal-equality
    while not math.isclose(a * b, 0.07):
        a += 1
    # ruleid: python-decimal-equality
    return math.isclose(a / b, 1.1)


def fine(a, b, c):
    # ok: python-decimal-equality
    if math.isclose(a + b, 0.3):
        return 1
    # ok: python-decimal-equality
    if a == 0.3:
        return 2
    # ok: python-decimal-equality
    if a + b == 0.5:
        return 3
    # ok: python-decimal-equality
    if a + b == 1.0:
        return 4
    # ok: python-decimal-equality
    if a + b < 0.3:
        return 5
    # ok: python-decimal-equality
    return a + b == c
