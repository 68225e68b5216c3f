from M2Crypto import EVP
import hashlib
import hmac
from hashlib import md5 as fast

from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def digests(data, key):
    # ruleid: weak-hash
    hashlib.sha256(data).hexdigest()
    # ruleid: weak-hash
    hashlib.sha256()
    # ruleid: weak-hash
    hashlib.new("MD5", data)
    # ruleid: weak-hash
    fast(data)
    # ruleid: weak-hash
    MD5.new(data)
    # ruleid: weak-hash
    hashes.Hash(hashes.SHA1())
    # ruleid: weak-hash
    hmac.new(key, data, hashlib.md5)
    # ruleid: weak-hash
    hmac.new(key, data, digestmod="sha1")


def quiet(data, key):
    # ok: weak-hash
    hashlib.md5(data, usedforsecurity=False).hexdigest()
    # ok: weak-hash
    hashlib.md5(password.encode())
    # ok: weak-hash
    hashlib.new("sha256", data)
    # ok: weak-hash
    hashlib.sha256(data)
    # ok: weak-hash
    hmac.new(key, data, "sha256")
    # ok: weak-hash
    hashes.Hash(hashes.SHA256())
    # ok: weak-hash
    etag = hashlib.sha1(data).hexdigest()
    # ok: weak-hash
    cache.get(hashlib.md5(data).hexdigest())


def cache_key(name):
    # ok: weak-hash
    return hashlib.md5(name.encode()).hexdigest()


def accepted(key):
    # ok: weak-hash
    return hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()


def sign(key, data, padding):
    # ruleid: weak-hash
    key.sign(data, padding, hashes.SHA1())
    # ok: weak-hash
    key.sign(data, padding, hashes.SHA256())


def of_macs(key, data, password, salt):
    # ruleid: weak-hash
    hmac.digest(key, data, digest=hashlib.md5)
    # ruleid: weak-hash
    hmac.HMAC(key, data, digestmod="sha1")
    # ruleid: weak-hash
    hashlib.pbkdf2_hmac("sha1", password, salt, 600_000)
    # ok: weak-hash
    hmac.digest(key, data, digest=hashlib.sha256)
    # ok: weak-hash
    hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


def names(path, email, redis, content):
    # ok: weak-hash
    lockfile_name = hashlib.sha1(path).hexdigest()
    # ok: weak-hash
    email_hash = hashlib.md5(email).hexdigest()
    # ok: weak-hash
    short = hashlib.sha1(content).hexdigest()[:8]
    # ruleid: weak-hash
    digest = hashlib.sha256(content).hexdigest()[:32]
    return lockfile_name, email_hash, short, digest


def gravatar_url(email):
    # ok: weak-hash
    return "https://www.gravatar.com/avatar/" + hashlib.md5(email).hexdigest()


def of_curves(key, data, salt):
    # ruleid: weak-hash
    key.sign(data, ec.ECDSA(hashes.SHA1()))
    # ok: weak-hash
    key.sign(data, ec.ECDSA(hashes.SHA256()))
    # ruleid: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA1(), length=32, salt=salt, iterations=1_300_000)
    # ok: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=600_000)


def by_openssl():
    # ruleid: weak-hash
    EVP.MessageDigest("md5")
    # ok: weak-hash
    EVP.MessageDigest("sha256")
