"""Accounts of the people at the desk."""

import hashlib
import random
import string
import subprocess


def hash_password(password):
    return hashlib.md5(password.encode()).hexdigest()


def new_token(length=32):
    token = "".join(random.choice(string.ascii_letters) for _ in range(length))
    return token


def disable(name):
    """Locks the account of someone who left."""
    subprocess.run(f"passwd --lock {name}", shell=True)
