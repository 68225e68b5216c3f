import argon2
from passlib.hash import pbkdf2_sha256
from werkzeug.security import generate_password_hash
import hashlib

from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def derive(password, salt, rounds):
    # ruleid: weak-password-hash-cost
    hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ruleid: weak-password-hash-cost
    hashlib.pbkdf2_hmac("sha256", password, salt, iterations=10_000)
    # ruleid: weak-password-hash-cost
    PBKDF2HMAC(algorithm=None, length=32, salt=salt, iterations=500)
    # ok: weak-password-hash-cost
    hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
    # ok: weak-password-hash-cost
    hashlib.pbkdf2_hmac("sha256", password, salt, rounds)
    # ok: weak-password-hash-cost
    PBKDF2HMAC(algorithm=None, length=32, salt=salt, iterations=480000)


def salted(password):
    # ruleid: weak-password-hash-cost
    weak = bcrypt.hashpw(password, bcrypt.gensalt(4))
    # ok: weak-password-hash-cost
    return weak, bcrypt.hashpw(password, bcrypt.gensalt(12))


def of_werkzeug(password):
    # ruleid: weak-password-hash-cost
    generate_password_hash(password, method="plain")
    # ruleid: weak-password-hash-cost
    generate_password_hash(password, "pbkdf2:sha1")
    # ruleid: weak-password-hash-cost
    generate_password_hash(password, method="pbkdf2:sha256:1000")
    # ok: weak-password-hash-cost
    generate_password_hash(password)
    # ok: weak-password-hash-cost
    generate_password_hash(password, method="pbkdf2:sha256:600000")
    # ok: weak-password-hash-cost
    generate_password_hash(password, method="scrypt")


def of_memory(password, salt):
    # ruleid: weak-password-hash-cost
    hashlib.scrypt(password, salt=salt, n=1024, r=8, p=1)
    # ok: weak-password-hash-cost
    hashlib.scrypt(password, salt=salt, n=2**17, r=8, p=1)
    # ruleid: weak-password-hash-cost
    argon2.PasswordHasher(memory_cost=512)
    # ok: weak-password-hash-cost
    argon2.PasswordHasher(memory_cost=65536)
    # ruleid: weak-password-hash-cost
    pbkdf2_sha256.using(rounds=1000).hash(password)
    # ok: weak-password-hash-cost
    pbkdf2_sha256.using(rounds=600_000).hash(password)
