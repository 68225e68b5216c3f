import os

from Crypto.Cipher import AES
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


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
