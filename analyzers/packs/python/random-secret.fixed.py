import random
import random as rnd
import secrets
import string


def generate_token(length):
    alphabet = string.ascii_letters
    # ruleid: random-secret
    return "".join(random.SystemRandom().choice(alphabet) for _ in range(length))


class Account:
    def __init__(self):
        # ruleid: random-secret
        self.reset_token = "%030x" % random.SystemRandom().getrandbits(120)
        # ruleid: random-secret
        otp = rnd.SystemRandom().randint(100000, 999999)
        # ruleid: random-secret
        api_key = "".join(random.SystemRandom().choices(string.hexdigits, k=32))
        self.keys = otp, api_key


def quiet(items):
    # ok: random-secret
    token = secrets.token_urlsafe(32)
    # ok: random-secret
    delay = random.uniform(0, 1)
    # ok: random-secret
    password = "".join(random.SystemRandom().choice(items) for _ in range(20))
    # ok: random-secret
    sample = random.sample(items, 3)
    return token, delay, password, sample
