import random
import secrets


def roll():
    # ruleid: random-not-cryptographic
    code = random.SystemRandom().randint(100000, 999999)
    # ok: random-not-cryptographic
    safe = secrets.randbelow(900000) + 100000
    return code, safe
