import hashlib
import hmac
import zlib
from Crypto.Cipher import AES, DES, DES3, ARC4, Blowfish, ARC2, PKCS1_v1_5, PKCS1_OAEP, ChaCha20_Poly1305
from Crypto.Hash import MD5, SHA256, SHA1, MD2, MD4
from Crypto.PublicKey import RSA, DSA, ECC
from Crypto.Util import Counter
from Cryptodome.Cipher import DES as DES_domex
from cryptography.hazmat.primitives.asymmetric import rsa, dsa, ec, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.backends import default_backend
from cryptography.fernet import Fernet
from passlib.hash import bcrypt, md5_crypt, argon2, ldap_md5, plaintext
from passlib.context import CryptContext
import bcrypt as bc
import os
import secrets
import uuid
import random


def ciphers(key, iv, data):
    # ruleid: weak-crypto
    DES.new(key, DES.MODE_CBC, iv)
    # ruleid: weak-crypto
    DES3.new(key, DES3.MODE_CBC, iv)
    # ruleid: weak-crypto
    DES_domex.new(key, DES_domex.MODE_ECB)
    # ruleid: weak-crypto
    ARC4.new(key)
    # ruleid: weak-crypto
    ARC2.new(key, ARC2.MODE_CBC, iv)
    # ruleid: weak-crypto
    Blowfish.new(key, Blowfish.MODE_CBC, iv)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_ECB)
    # ok: weak-crypto
    AES.new(key, AES.MODE_GCM)
    # ok: weak-crypto
    AES.new(key, AES.MODE_EAX)
    # ok: weak-crypto
    ChaCha20_Poly1305.new(key=key)
    # ruleid: weak-crypto
    Cipher(algorithms.ARC4(key), mode=None)
    # ruleid: weak-crypto
    Cipher(algorithms.TripleDES(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.Blowfish(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.IDEA(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.AES(key), modes.ECB())
    # ok: weak-crypto
    Cipher(algorithms.AES(key), modes.GCM(iv))
    # ok: weak-crypto
    Cipher(algorithms.AES(key), modes.CTR(os.urandom(16)))
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ok: weak-crypto
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: weak-crypto
    Fernet(key).encrypt(data)
    # ruleid: weak-crypto
    AES.new(b"0123456789abcdef", AES.MODE_GCM)
    # ok: weak-crypto
    PKCS1_OAEP.new(RSA.import_key(data))


def keys():
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ok: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ruleid: weak-crypto
    dsa.generate_private_key(key_size=1024)
    # ok: weak-crypto
    dsa.generate_private_key(2048, default_backend())
    # ruleid: weak-crypto
    ec.generate_private_key(ec.SECP192R1())
    # ok: weak-crypto
    ec.generate_private_key(ec.SECP384R1())
    # ruleid: weak-crypto
    RSA.generate(1024)
    # ok: weak-crypto
    RSA.generate(2048)
    # ruleid: weak-crypto
    RSA.generate(bits=512)
    # ruleid: weak-crypto
    DSA.generate(1024)
    # ok: weak-crypto
    ECC.generate(curve="P-256")
    size = 1024
    # ruleid: weak-crypto
    rsa.generate_private_key(65537, size)


def hashes_(data, password, salt):
    # ruleid: weak-hash
    hashlib.md5(data).hexdigest()
    # ok: weak-crypto
    hashlib.md5(data, usedforsecurity=False).hexdigest()
    # ruleid: weak-hash
    hashlib.sha1(data).hexdigest()
    # ok: weak-crypto
    hashlib.sha256(data).hexdigest()
    # ruleid: weak-hash
    hashlib.new("md5", data)
    # ok: weak-crypto
    hashlib.new("sha512", data)
    # ruleid: weak-hash
    hashlib.new(name="sha1")
    # ruleid: weak-hash
    MD5.new()
    # ruleid: weak-hash
    MD4.new()
    # ruleid: weak-hash
    SHA1.new(data)
    # ok: weak-crypto
    SHA256.new(data)
    # ruleid: weak-hash
    hashes.Hash(hashes.MD5())
    # ruleid: weak-hash
    hashes.Hash(hashes.SHA1())
    # ok: weak-crypto
    hashes.Hash(hashes.SHA256())
    # ok: weak-crypto
    hashlib.sha3_256(data)
    # ok: weak-crypto
    hashlib.blake2b(data)
    # ok: weak-crypto
    zlib.crc32(data)


def passwords(password, salt):
    # ruleid: weak-hash
    hashlib.sha256(password.encode()).hexdigest()
    # ruleid: weak-hash
    hashlib.md5(password.encode()).hexdigest()
    # ruleid: weak-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)
    # ok: weak-crypto
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600000)
    # ruleid: weak-crypto
    hashlib.pbkdf2_hmac("sha256", password.encode(), b"static", 600000)
    # ok: weak-crypto
    hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)
    # ruleid: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=1000)
    # ok: weak-crypto
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=600000)
    # ruleid: weak-hash
    md5_crypt.hash(password)
    # ok: weak-crypto
    argon2.hash(password)
    # ok: weak-crypto
    bcrypt.hash(password)
    # ok: weak-crypto
    bc.hashpw(password.encode(), bc.gensalt())
    # ruleid: weak-hash
    plaintext.hash(password)
    # ok: weak-crypto
    CryptContext(schemes=["argon2"])
    # ruleid: weak-hash
    CryptContext(schemes=["md5_crypt"])
