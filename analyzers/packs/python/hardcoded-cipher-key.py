import base64
import os

from Crypto.Cipher import AES
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305


def encrypt(key):
    # ruleid: hardcoded-cipher-key
    AES.new(b"0123456789abcdef", AES.MODE_GCM)
    # ruleid: hardcoded-cipher-key
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: hardcoded-cipher-key
    AES.new(key, AES.MODE_CBC, iv=b"\x00" * 16)
    # ruleid: hardcoded-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(b"0000000000000000"))
    # ruleid: hardcoded-cipher-key
    Fernet(b"Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTI=")
    # ok: hardcoded-cipher-key
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: hardcoded-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(os.urandom(16)))
    # ok: hardcoded-cipher-key
    Fernet(key)


ZERO = b"\x00" * 16


def vectors(key, data):
    iv = bytes(16)
    # ruleid: hardcoded-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(iv))
    # ruleid: hardcoded-cipher-key
    Cipher(algorithms.AES(key), modes.CTR(ZERO))
    # ruleid: hardcoded-cipher-key
    AESGCM(key).encrypt(b"\x00" * 12, data, None)
    # ok: hardcoded-cipher-key
    AESGCM(key).encrypt(os.urandom(12), data, None)
    box = ChaCha20Poly1305(key)
    # ruleid: hardcoded-cipher-key
    box.encrypt(b"unique nonce", data, None)
    nonce = os.urandom(12)
    # ok: hardcoded-cipher-key
    box.encrypt(nonce, data, None)
    # ok: hardcoded-cipher-key
    box.decrypt(data[:12], data[12:], None)
    # ok: hardcoded-cipher-key
    AES.new(key, AES.MODE_CBC, iv=data[:16])


def keys(secret):
    # ruleid: hardcoded-cipher-key
    AES.new("0123456789abcdef".encode("utf-8"), AES.MODE_GCM)
    # ruleid: hardcoded-cipher-key
    AES.new(key=bytes.fromhex("00112233445566778899aabbccddeeff"), mode=AES.MODE_GCM)
    key = base64.b64decode("MDEyMzQ1Njc4OWFiY2RlZg==")
    # ruleid: hardcoded-cipher-key
    AESGCM(key)
    # ok: hardcoded-cipher-key
    AESGCM(base64.b64decode(secret))
    # ok: hardcoded-cipher-key
    AES.new(bytes.fromhex(secret), AES.MODE_GCM)


def counted(key, length, data):
    iv = bytes(length)
    # ok: hardcoded-cipher-key
    Cipher(algorithms.AES(key), modes.CBC(iv))
    # ok: hardcoded-cipher-key
    AESGCM(key).encrypt(bytes(data), data, None)


def parts(settings, text):
    # ok: hardcoded-cipher-key
    Fernet(text.encode("utf-8"))
    # ok: hardcoded-cipher-key
    Fernet(settings.get("core", "FERNET_KEY"))
    # ok: hardcoded-cipher-key
    return [Fernet(part.encode("utf-8")) for part in text.split(",")]


KEY = b"0123456789abcdef0123456789abcdef"


class Box:
    key = b"0123456789abcdef"

    def __init__(self, other):
        self.other = other

    def seal(self, data):
        # ruleid: hardcoded-cipher-key
        first = AES.new(KEY, AES.MODE_GCM).encrypt(data)
        # ruleid: hardcoded-cipher-key
        second = AES.new(self.key, AES.MODE_GCM).encrypt(data)
        # ok: hardcoded-cipher-key
        third = AES.new(self.other, AES.MODE_GCM).encrypt(data)
        return first, second, third


def decrypt(key, text):
    # What is decrypted has the vector that it was encrypted with.
    # ok: hardcoded-cipher-key
    cipher = AES.new(key, AES.MODE_CBC, b"\0" * 16)
    return cipher.decrypt(text)
