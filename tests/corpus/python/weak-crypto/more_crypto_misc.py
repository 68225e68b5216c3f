import crypt
import hashlib
import hmac
import random
import secrets
import ssl
import string
import time
import uuid

import aiohttp
import jwt
import nacl.secret
import nacl.utils
import websocket
from argon2 import PasswordHasher
from Crypto.Cipher import AES, Salsa20
from Crypto.Random import get_random_bytes
from Crypto.Util.Padding import pad
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa, ed25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms as alg, modes as m
from cryptography.x509 import CertificateBuilder
from werkzeug.security import generate_password_hash, check_password_hash


class Vault:
    MODE = AES.MODE_ECB

    def __init__(self, key):
        self.key = key
        # ruleid: weak-crypto
        self.cipher = AES.new(key, AES.MODE_ECB)
        # ruleid: weak-crypto
        self.other = AES.new(key, self.MODE)
        # ok: weak-crypto
        self.good = AES.new(key, AES.MODE_SIV)
        # ok: weak-crypto
        self.box = nacl.secret.SecretBox(nacl.utils.random(32))
        # ruleid: weak-crypto
        self.c2 = Cipher(alg.CAST5(key), m.CBC(get_random_bytes(8)))
        # ruleid: weak-crypto
        self.c3 = Cipher(alg.SEED(key), m.CBC(get_random_bytes(16)))
        # ok: weak-crypto
        self.c4 = Cipher(alg.ChaCha20(key, get_random_bytes(16)), mode=None)

    def digest(self, data):
        # ruleid: weak-hash
        h = hashlib.md5()
        h.update(data)
        # ok: weak-crypto
        good = hashlib.sha384()
        good.update(data)
        # ruleid: weak-hash
        return hmac.new(self.key, data, "md5").hexdigest(), hmac.new(self.key, data, "sha256").hexdigest()


def sign(key, data):
    # ruleid: weak-crypto
    key.sign(data, padding.PKCS1v15(), hashes.SHA1())
    # ok: weak-crypto
    key.sign(data, padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32), hashes.SHA256())
    # ok: weak-crypto
    ed25519.Ed25519PrivateKey.generate()
    # ruleid: weak-hash
    CertificateBuilder().sign(key, hashes.MD5())
    # ruleid: weak-crypto
    rsa.generate_private_key(key_size=512, public_exponent=65537)
    # ruleid: weak-crypto
    generate_password_hash("x" * 3, method="pbkdf2:sha1:1000")
    # ok: weak-crypto
    generate_password_hash("x" * 3)
    # ruleid: weak-hash
    crypt.crypt("x" * 3, crypt.METHOD_MD5)
    # ok: weak-crypto
    PasswordHasher().hash("x" * 3)


def make_session_key():
    chars = string.ascii_letters
    key = ""
    for _ in range(20):
        # ruleid: weak-random
        key += random.choice(chars)
    return key


def make_api_token():
    # ruleid: weak-random
    return hashlib.sha256(str(time.time()).encode() + str(random.random()).encode()).hexdigest()


def pick_winner(users):
    # ok: weak-random
    return random.choice(users)


def make_invite_code():
    # ok: weak-random
    return uuid.uuid4().hex[:8]


def retry(n):
    # ok: weak-random
    return n * random.random()


async def ws():
    ctx = ssl.create_default_context()
    # ruleid: tls-verification
    ctx.check_hostname = False
    # ruleid: tls-verification
    websocket.create_connection("wss://x", sslopt={"cert_reqs": ssl.CERT_NONE})
    # ok: tls-verification
    websocket.create_connection("wss://x", sslopt={"cert_reqs": ssl.CERT_REQUIRED})
    # ruleid: tls-verification
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as s:
        # ruleid: tls-verification
        await s.get("https://x", ssl=False)
        # ok: tls-verification
        await s.get("https://x")
    # ok: tls-verification
    ctx2 = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # ok: tls-verification
    ctx2.options |= ssl.OP_NO_TLSv1
    # ruleid: tls-verification
    ctx2.maximum_version = ssl.TLSVersion.TLSv1_1


def tokens(tok, cfg):
    # ok: jwt
    jwt.decode(tok, cfg.key, algorithms=["ES256"], options={"verify_signature": True})
    # ruleid: jwt
    jwt.decode(tok, key=cfg.key, options={"verify_signature": False, "verify_aud": False})
    # ok: jwt
    jwt.PyJWT().decode(tok, cfg.key, algorithms=["HS256"])
    # ruleid: jwt
    jwt.api_jwt.decode(tok, options={"verify_signature": False})
