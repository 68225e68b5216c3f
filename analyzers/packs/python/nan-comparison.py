import math
import numpy as np


def f(x, y):
    # ruleid: nan-comparison
    if x == float("nan"):
        return 1
    # ruleid: nan-comparison
    if x != np.nan:
        return 2
    # ruleid: nan-comparison
    if x == math.nan:
        return 3
    # ok: nan-comparison
    if math.isnan(x):
        return 4
    # ok: nan-comparison
    return x == float("inf")
