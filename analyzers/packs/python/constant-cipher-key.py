import base64
import os

from Crypto.Cipher import AES
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305


def encrypt(key):
    # ruleid: constant-cipher-key
    AES.new(b"0123456789abcdef", AES.MODE_GCM)
    # ruleid: constant-cipher-key
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: constant-cipher-key
    AES.new(key, AES.MODE_CBC, iv=b"\x00" * 16)
    # ruleid: constant-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(b"0000000000000000"))
    # ruleid: constant-cipher-key
    Fernet(b"Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTI=")
    # ok: constant-cipher-key
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: constant-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(os.urandom(16)))
    # ok: constant-cipher-key
    Fernet(key)


ZERO = b"\x00" * 16


def vectors(key, data):
    iv = bytes(16)
    # ruleid: constant-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(iv))
    # ruleid: constant-cipher-key
    Cipher(algorithms.AES(key), modes.CTR(ZERO))
    # ruleid: constant-cipher-key
    AESGCM(key).encrypt(b"\x00" * 12, data, None)
    # ok: constant-cipher-key
    AESGCM(key).encrypt(os.urandom(12), data, None)
    box = ChaCha20Poly1305(key)
    # ruleid: constant-cipher-key
    box.encrypt(b"unique nonce", data, None)
    nonce = os.urandom(12)
    # ok: constant-cipher-key
    box.encrypt(nonce, data, None)
    # ok: constant-cipher-key
    box.decrypt(data[:12], data[12:], None)
    # ok: constant-cipher-key
    AES.new(key, AES.MODE_CBC, iv=data[:16])


def keys(secret):
    # ruleid: constant-cipher-key
    AES.new("0123456789abcdef".encode("utf-8"), AES.MODE_GCM)
    # ruleid: constant-cipher-key
    AES.new(key=bytes.fromhex("00112233445566778899aabbccddeeff"), mode=AES.MODE_GCM)
    key = base64.b64decode("MDEyMzQ1Njc4OWFiY2RlZg==")
    # ruleid: constant-cipher-key
    AESGCM(key)
    # ok: constant-cipher-key
    AESGCM(base64.b64decode(secret))
    # ok: constant-cipher-key
    AES.new(bytes.fromhex(secret), AES.MODE_GCM)


def counted(key, length, data):
    iv = bytes(length)
    # ok: constant-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(iv))
    # ok: constant-cipher-key
    AESGCM(key).encrypt(bytes(data), data, None)


def parts(settings, text):
    # ok: constant-cipher-key
    Fernet(text.encode("utf-8"))
    # ok: constant-cipher-key
    Fernet(settings.get("core", "FERNET_KEY"))
    # ok: constant-cipher-key
    return [Fernet(part.encode("utf-8")) for part in text.split(",")]
