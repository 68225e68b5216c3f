import random


def setup(seed):
    # ruleid: predictable-seed
    random.seed(1234)
    # ok: predictable-seed
    random.seed(seed)
    # ok: predictable-seed
    random.seed()
    # ok: predictable-seed
    generator = random.Random(1234)
    return generator
