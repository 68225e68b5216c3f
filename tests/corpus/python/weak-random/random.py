import os
import random
import secrets
import string
import time
import uuid
import numpy as np
from random import randint, choice, SystemRandom
from django.utils.crypto import get_random_string


def tokens():
    # ruleid: weak-random
    token = random.random()
    # ok: weak-random
    token = secrets.token_hex(16)
    # ruleid: weak-random
    session_id = random.randint(0, 10**9)
    # ok: weak-random
    session_id = secrets.randbelow(10**9)
    # ruleid: weak-random
    password = "".join(random.choice(string.ascii_letters) for _ in range(12))
    # ok: weak-random
    password = "".join(secrets.choice(string.ascii_letters) for _ in range(12))
    # ruleid: weak-random
    reset_token = str(random.getrandbits(128))
    # ruleid: weak-random
    otp = randint(100000, 999999)
    # ok: weak-random
    otp = SystemRandom().randint(100000, 999999)
    # ruleid: weak-random
    api_key = "".join(random.choices(string.hexdigits, k=32))
    # ok: weak-random
    api_key = os.urandom(16).hex()
    # ruleid: weak-random
    csrf_token = uuid.uuid1().hex
    # ok: weak-random
    csrf_token = uuid.uuid4().hex
    # ok: weak-random
    secret = get_random_string(32)
    rng = random.SystemRandom()
    # ok: weak-random
    pin = rng.randint(0, 9999)
    # ruleid: weak-random
    salt = random.randbytes(16)
    # ruleid: weak-random
    nonce = np.random.bytes(12)
    # ruleid: weak-random
    key = bytes(random.randrange(256) for _ in range(32))
    return token, session_id, password, reset_token, otp, api_key, csrf_token, secret, pin, salt, nonce, key


def harmless(items):
    # ok: weak-random
    jitter = random.uniform(0, 1)
    # ok: weak-random
    time.sleep(random.random() * 3)
    # ok: weak-random
    random.shuffle(items)
    # ok: weak-random
    winner = random.choice(items)
    # ok: weak-random
    delay = 2**3 + randint(0, 5)
    # ok: weak-random
    x = np.random.rand(3)
    # ok: weak-random
    color = choice(["red", "blue"])
    # ok: weak-random
    sample = random.sample(items, 2)
    return jitter, winner, delay, x, color, sample


def generate_token(length=20):
    alphabet = string.ascii_letters + string.digits
    # ruleid: weak-random
    return "".join(random.choice(alphabet) for _ in range(length))


def generate_password_reset_code():
    # ruleid: weak-random
    return random.randint(100000, 999999)


def generate_token_ok(length=20):
    # ok: weak-random
    return secrets.token_urlsafe(length)


def seeded():
    random.seed(time.time())
    # ruleid: weak-random
    return {"token": "%032x" % random.getrandbits(128)}
