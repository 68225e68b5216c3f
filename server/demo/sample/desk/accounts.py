"""Accounts of the people at the desk."""

import hashlib
import random
import string


def hash_password(password):
    return hashlib.md5(password.encode()).hexdigest()


def new_token(length=32):
    token = "".join(random.choice(string.ascii_letters) for _ in range(length))
    return token
