import random


def setup(seed):
    # ruleid: random-seeded-with-constant
    random.seed()
    # ok: random-seeded-with-constant
    random.seed(seed)
    # ok: random-seeded-with-constant
    random.seed()
    # ok: random-seeded-with-constant
    generator = random.Random(1234)
    return generator
