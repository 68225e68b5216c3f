import crypt
import hashlib
import hashlib as hl
import hmac
from hashlib import md5, sha1, sha256

from Crypto.Hash import MD2, MD4, MD5, SHA, SHA1, SHA256
from Cryptodome.Hash import MD5 as MD5_
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from passlib.hash import bcrypt, md5_crypt, pbkdf2_sha256, plaintext


def digests(data, key):
    # ruleid: weak-hash
    hashlib.md5(data)
    # ruleid: weak-hash
    hashlib.md5(data).hexdigest()
    # ruleid: weak-hash
    hashlib.sha1(data).hexdigest()
    # ruleid: weak-hash
    hashlib.new("md5", data)
    # ruleid: weak-hash
    hashlib.new("sha1")
    # ruleid: weak-hash
    hashlib.new("MD5", data)
    # ruleid: weak-hash
    hashlib.new(name="md4")
    # ruleid: weak-hash
    md5(data).hexdigest()
    # ruleid: weak-hash
    sha1(data)
    # ruleid: weak-hash
    hl.md5()
    # ruleid: weak-hash
    hashlib.md5(data, usedforsecurity=True)
    # ok: weak-hash
    hashlib.md5(data, usedforsecurity=False)
    # ok: weak-hash
    hashlib.sha1(data, usedforsecurity=False).hexdigest()
    # ok: weak-hash
    hashlib.new("md5", data, usedforsecurity=False)
    # ok: weak-hash
    hashlib.sha256(data).hexdigest()
    # ok: weak-hash
    sha256(data)
    # ok: weak-hash
    hashlib.new("sha256", data)
    # ok: weak-hash
    hashlib.blake2b(data)
    # ok: weak-hash
    hashlib.sha3_256(data)
    # ruleid: weak-hash
    hmac.new(key, data, hashlib.md5)
    # ruleid: weak-hash
    hmac.new(key, data, digestmod="md5")
    # ruleid: weak-hash
    hmac.new(key, data, "sha1")
    # ok: weak-hash
    hmac.new(key, data, hashlib.sha256)


def libraries(data):
    # ruleid: weak-hash
    MD5.new(data)
    # ruleid: weak-hash
    MD2.new()
    # ruleid: weak-hash
    MD4.new(data).hexdigest()
    # ruleid: weak-hash
    SHA.new(data)
    # ruleid: weak-hash
    SHA1.new()
    # ruleid: weak-hash
    MD5_.new()
    # ok: weak-hash
    SHA256.new(data)
    # ruleid: weak-hash
    hashes.Hash(hashes.MD5())
    # ruleid: weak-hash
    hashes.Hash(hashes.SHA1())
    # ok: weak-hash
    hashes.Hash(hashes.SHA256())


def passwords(password, salt):
    # ruleid: weak-hash
    hashlib.sha256(password.encode()).hexdigest()
    # ruleid: weak-hash
    hashlib.sha512((salt + password).encode()).hexdigest()
    # ok: weak-hash
    hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: weak-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
    # ruleid: weak-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)
    # ruleid: weak-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations=500)
    # ruleid: weak-hash
    crypt.crypt(password, crypt.METHOD_MD5)
    # ruleid: weak-hash
    crypt.crypt(password, crypt.METHOD_CRYPT)
    # ruleid: weak-hash
    md5_crypt.hash(password)
    # ok: weak-hash
    bcrypt.hash(password)
    # ok: weak-hash
    pbkdf2_sha256.hash(password)
    # ruleid: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=1000)
    # ok: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=480000)
