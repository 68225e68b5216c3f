import os
import random
import secrets
import string
import uuid
from random import SystemRandom, choice, choices, randint

import numpy as np


def make_token():
    # ruleid: weak-random
    token = random.random()
    # ruleid: weak-random
    token = "".join(random.choice(string.ascii_letters) for _ in range(32))
    # ruleid: weak-random
    session_id = random.randint(0, 2**64)
    # ruleid: weak-random
    password = "".join(choices(string.ascii_letters, k=12))
    # ruleid: weak-random
    api_key = str(random.getrandbits(128))
    # ruleid: weak-random
    otp = randint(100000, 999999)
    # ruleid: weak-random
    reset_code = "%06d" % random.randrange(1000000)
    # ruleid: weak-random
    salt = random.randbytes(16)
    # ruleid: weak-random
    secret = "".join([choice(string.hexdigits) for _ in range(32)])
    # ruleid: weak-random
    csrf_token = random.sample(string.ascii_letters, 20)
    # ruleid: weak-random
    nonce = np.random.bytes(16)
    # ok: weak-random
    token = secrets.token_hex(16)
    # ok: weak-random
    token = "".join(secrets.choice(string.ascii_letters) for _ in range(32))
    # ok: weak-random
    token = random.SystemRandom().random()
    # ok: weak-random
    password = SystemRandom().choice("abc")
    # ok: weak-random
    salt = os.urandom(16)
    # ok: weak-random
    session_id = uuid.uuid4()
    return token, session_id, password, api_key, otp, reset_code, salt, secret, csrf_token, nonce


def generate_password(length):
    # ruleid: weak-random
    return "".join(random.choice(string.printable) for _ in range(length))


def new_session_key():
    # ruleid: weak-random
    return "%032x" % random.getrandbits(128)


def iv():
    # ruleid: weak-random
    iv = bytes(random.randrange(256) for _ in range(16))
    return iv


class Account:
    def reset(self):
        # ruleid: weak-random
        self.reset_token = random.randint(1, 10**9)
        # ok: weak-random
        self.colour = random.choice(["red", "blue"])


def games(items):
    # ok: weak-random
    dice = random.randint(1, 6)
    # ok: weak-random
    random.shuffle(items)
    # ok: weak-random
    delay = random.uniform(0.5, 1.5)
    # ok: weak-random
    sample = np.random.rand(3)
    # ok: weak-random
    colour = random.choice(items)
    return dice, delay, sample, colour


def seeded(request):
    # ruleid: weak-random
    random.seed(1234)
    # ruleid: weak-random
    secret_key = uuid.uuid1().hex
    return secret_key
