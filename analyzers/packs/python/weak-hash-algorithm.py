from M2Crypto import EVP
import hashlib
import hmac
from hashlib import md5 as fast

from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def digests(data, key):
    # ruleid: weak-hash-algorithm
    hashlib.md5(data).hexdigest()
    # ruleid: weak-hash-algorithm
    hashlib.sha1()
    # ruleid: weak-hash-algorithm
    hashlib.new("MD5", data)
    # ruleid: weak-hash-algorithm
    fast(data)
    # ruleid: weak-hash-algorithm
    MD5.new(data)
    # ruleid: weak-hash-algorithm
    hashes.Hash(hashes.SHA1())
    # ruleid: weak-hash-algorithm
    hmac.new(key, data, hashlib.md5)
    # ruleid: weak-hash-algorithm
    hmac.new(key, data, digestmod="sha1")


def quiet(data, key):
    # ok: weak-hash-algorithm
    hashlib.md5(data, usedforsecurity=False).hexdigest()
    # ok: weak-hash-algorithm
    hashlib.new("sha256", data)
    # ok: weak-hash-algorithm
    hashlib.sha256(data)
    # ok: weak-hash-algorithm
    hmac.new(key, data, "sha256")
    # ok: weak-hash-algorithm
    hashes.Hash(hashes.SHA256())
    # ok: weak-hash-algorithm
    etag = hashlib.sha1(data).hexdigest()
    # ok: weak-hash-algorithm
    cache.get(hashlib.md5(data).hexdigest())


def cache_key(name):
    # ok: weak-hash-algorithm
    return hashlib.md5(name.encode()).hexdigest()


def accepted(key):
    # ok: weak-hash-algorithm
    return hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()


def sign(key, data, padding):
    # ruleid: weak-hash-algorithm
    key.sign(data, padding, hashes.SHA1())
    # ok: weak-hash-algorithm
    key.sign(data, padding, hashes.SHA256())


def of_macs(key, data, password, salt):
    # ruleid: weak-hash-algorithm
    hmac.digest(key, data, digest=hashlib.md5)
    # ruleid: weak-hash-algorithm
    hmac.HMAC(key, data, digestmod="sha1")
    # ruleid: weak-hash-algorithm
    hashlib.pbkdf2_hmac("sha1", password, salt, 600_000)
    # ok: weak-hash-algorithm
    hmac.digest(key, data, digest=hashlib.sha256)
    # ok: weak-hash-algorithm
    hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


def names(path, email, redis, content):
    # ok: weak-hash-algorithm
    lockfile_name = hashlib.sha1(path).hexdigest()
    # ok: weak-hash-algorithm
    email_hash = hashlib.md5(email).hexdigest()
    # ok: weak-hash-algorithm
    short = hashlib.sha1(content).hexdigest()[:8]
    # ruleid: weak-hash-algorithm
    digest = hashlib.sha1(content).hexdigest()[:32]
    return lockfile_name, email_hash, short, digest


def gravatar_url(email):
    # ok: weak-hash-algorithm
    return "https://www.gravatar.com/avatar/" + hashlib.md5(email).hexdigest()


def of_curves(key, data, salt):
    # ruleid: weak-hash-algorithm
    key.sign(data, ec.ECDSA(hashes.SHA1()))
    # ok: weak-hash-algorithm
    key.sign(data, ec.ECDSA(hashes.SHA256()))
    # ruleid: weak-hash-algorithm
    PBKDF2HMAC(algorithm=hashes.SHA1(), length=32, salt=salt, iterations=1_300_000)
    # ok: weak-hash-algorithm
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=600_000)


def by_openssl():
    # ruleid: weak-hash-algorithm
    EVP.MessageDigest("md5")
    # ok: weak-hash-algorithm
    EVP.MessageDigest("sha256")
