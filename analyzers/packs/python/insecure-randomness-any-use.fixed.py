import random
import secrets


def roll():
    # ruleid: insecure-randomness-any-use
    code = random.SystemRandom().randint(100000, 999999)
    # ok: insecure-randomness-any-use
    safe = secrets.randbelow(900000) + 100000
    return code, safe
