import random
import secrets
import string
import time
from random import choices


def make(form):
    # ruleid: random-secret
    token = "".join(random.SystemRandom().choice(string.ascii_letters) for _ in range(32))
    # ruleid: random-secret
    session_id = random.SystemRandom().getrandbits(128)
    # ruleid: random-secret
    password = "".join(choices(string.ascii_letters, k=12))
    # ruleid: random-secret
    form["otp"] = random.SystemRandom().randint(100000, 999999)
    return token, session_id, password


def generate_password(length):
    # ruleid: random-secret
    return "".join(random.SystemRandom().choice(string.printable) for _ in range(length))


class Account:
    def reset(self):
        # ruleid: random-secret
        self.reset_token = random.SystemRandom().randint(1, 10**9)


def quiet(items):
    # ok: random-secret
    token = secrets.token_hex(16)
    # ok: random-secret
    dice = random.randint(1, 6)
    # ok: random-secret
    token = random.SystemRandom().getrandbits(128)
    # ok: random-secret
    random.shuffle(items)
    # ok: random-secret
    token_count = random.randint(1, 5)
    return token, dice, token_count


def new_api_key():
    # ok: random-secret
    time.sleep(random.uniform(0, 3))
    return secrets.token_hex(32)


def request_token(self):
    # ok: random-secret
    self.refresh_jitter = random.randint(0, 30)
    # ruleid: random-secret
    return random.SystemRandom().randint(0, 10**6)
