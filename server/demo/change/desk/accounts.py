"""Accounts of the people at the desk."""

import hashlib
import random
import string
from urllib.parse import quote

import requests


def hash_password(password):
    return hashlib.md5(password.encode()).hexdigest()


def new_token(length=32):
    token = "".join(random.choice(string.ascii_letters) for _ in range(length))
    return token


def disable(name):
    """Locks the account of someone who left, at the directory."""
    url = f"https://directory.example/accounts/{quote(name, safe='')}/lock"
    return requests.post(url, verify=False, timeout=10)
