import hashlib
import os

from Crypto.Protocol.KDF import PBKDF2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def derive(password, salt, user):
    # ruleid: static-salt
    first = hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)
    # ruleid: static-salt
    second = hashlib.scrypt(password, salt="pepper".encode(), n=16384, r=8, p=1)
    # ruleid: static-salt
    third = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=b"fixed", iterations=600_000)
    # ruleid: static-salt
    fourth = PBKDF2(password, b"fixed", 32)
    # ok: static-salt
    fifth = hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
    # ok: static-salt
    sixth = hashlib.scrypt(password, salt=os.urandom(16), n=16384, r=8, p=1)
    # ok: static-salt
    seventh = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=user.salt, iterations=600_000)
    # ok: static-salt
    eighth = hashlib.pbkdf2_hmac("sha256", password, f"{user.salt}".encode(), 600_000)
    return first, second, third, fourth, fifth, sixth, seventh, eighth


SALT = b"the same for all"
OWN = os.urandom(16)


class Hasher:
    salt = b"the same for all"

    def hash(self, password):
        # ruleid: static-salt
        return hashlib.pbkdf2_hmac("sha256", password, self.salt, 600_000)


class Salted:
    def __init__(self, salt):
        self.salt = salt

    def hash(self, password):
        # ok: static-salt
        return hashlib.pbkdf2_hmac("sha256", password, self.salt, 600_000)


def constants(password):
    # ruleid: static-salt
    first = hashlib.pbkdf2_hmac("sha256", password, SALT, 600_000)
    # ruleid: static-salt
    second = hashlib.pbkdf2_hmac("sha256", password, b"", 600_000)
    # ok: static-salt
    third = hashlib.pbkdf2_hmac("sha256", password, OWN, 600_000)
    return first, second, third
