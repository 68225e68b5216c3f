import random
import secrets
import string
import time
from random import choices


def make(form):
    # ruleid: insecure-randomness
    token = "".join(random.SystemRandom().choice(string.ascii_letters) for _ in range(32))
    # ruleid: insecure-randomness
    session_id = random.SystemRandom().getrandbits(128)
    # ruleid: insecure-randomness
    password = "".join(choices(string.ascii_letters, k=12))
    # ruleid: insecure-randomness
    form["otp"] = random.SystemRandom().randint(100000, 999999)
    return token, session_id, password


def generate_password(length):
    # ruleid: insecure-randomness
    return "".join(random.SystemRandom().choice(string.printable) for _ in range(length))


class Account:
    def reset(self):
        # ruleid: insecure-randomness
        self.reset_token = random.SystemRandom().randint(1, 10**9)


def quiet(items):
    # ok: insecure-randomness
    token = secrets.token_hex(16)
    # ok: insecure-randomness
    dice = random.randint(1, 6)
    # ok: insecure-randomness
    token = random.SystemRandom().getrandbits(128)
    # ok: insecure-randomness
    random.shuffle(items)
    # ok: insecure-randomness
    token_count = random.randint(1, 5)
    return token, dice, token_count


def new_api_key():
    # ok: insecure-randomness
    time.sleep(random.uniform(0, 3))
    return secrets.token_hex(32)


def request_token(self):
    # ok: insecure-randomness
    self.refresh_jitter = random.randint(0, 30)
    # ruleid: insecure-randomness
    return random.SystemRandom().randint(0, 10**6)


# A salt of what is no secret
# ok: insecure-randomness
file_salt = random.random()
