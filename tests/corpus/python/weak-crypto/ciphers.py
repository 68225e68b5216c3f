import os

from Crypto.Cipher import AES, ARC2, ARC4, DES, DES3, Blowfish, PKCS1_v1_5, XOR
from Crypto.PublicKey import DSA, ECC, RSA
from Cryptodome.Cipher import AES as AES2
from Cryptodome.Cipher import DES as DES_2
from Cryptodome.PublicKey import RSA as RSA2
from cryptography.hazmat.backends import default_backend
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.modes import ECB
import Crypto.Cipher.AES


def pycryptodome(key, nonce):
    # ruleid: weak-crypto
    DES.new(key, DES.MODE_CBC, nonce)
    # ruleid: weak-crypto
    DES_2.new(key, DES_2.MODE_EAX)
    # ruleid: weak-crypto
    DES3.new(key, DES3.MODE_CFB)
    # ruleid: weak-crypto
    ARC4.new(key)
    # ruleid: weak-crypto
    ARC2.new(key, ARC2.MODE_CFB)
    # ruleid: weak-crypto
    Blowfish.new(key, Blowfish.MODE_CBC)
    # ruleid: weak-crypto
    XOR.new(key)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_ECB)
    # ruleid: weak-crypto
    AES2.new(key, AES2.MODE_ECB)
    # ruleid: weak-crypto
    Crypto.Cipher.AES.new(key, Crypto.Cipher.AES.MODE_ECB)
    # ruleid: weak-crypto
    AES.new(b"0123456789abcdef", AES.MODE_GCM)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, iv=b"\x00" * 16)
    # ok: weak-crypto
    AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: weak-crypto
    AES.new(key, AES.MODE_EAX)
    # ok: weak-crypto
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ruleid: weak-crypto
    RSA.generate(1024)
    # ruleid: weak-crypto
    RSA2.generate(bits=512)
    # ok: weak-crypto
    RSA.generate(2048)
    # ok: weak-crypto
    RSA.generate(4096, os.urandom)
    # ruleid: weak-crypto
    DSA.generate(1024)
    # ok: weak-crypto
    ECC.generate(curve="P-256")
    # ruleid: weak-crypto
    PKCS1_v1_5.new(key)


def pyca(key, iv):
    # ruleid: weak-crypto
    Cipher(algorithms.ARC4(key), mode=None)
    # ruleid: weak-crypto
    Cipher(algorithms.Blowfish(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.IDEA(key), modes.CBC(iv), backend=default_backend())
    # ruleid: weak-crypto
    Cipher(algorithms.TripleDES(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.CAST5(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.SEED(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.AES(key), modes.ECB())
    # ruleid: weak-crypto
    Cipher(algorithms.AES(key), ECB(), backend=default_backend())
    # ok: weak-crypto
    Cipher(algorithms.AES(key), modes.GCM(iv))
    # ok: weak-crypto
    Cipher(algorithms.ChaCha20(key, iv), mode=None)
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: weak-crypto
    rsa.generate_private_key(65537, 512, backend=default_backend())
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=3, key_size=2048)
    # ok: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    # ruleid: weak-crypto
    dsa.generate_private_key(key_size=1024)
    # ok: weak-crypto
    dsa.generate_private_key(key_size=3072)
    # ruleid: weak-crypto
    ec.generate_private_key(ec.SECT163K1())
    # ruleid: weak-crypto
    ec.generate_private_key(curve=ec.SECP192R1(), backend=default_backend())
    # ok: weak-crypto
    ec.generate_private_key(ec.SECP256R1())
    # ok: weak-crypto
    padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    # ruleid: weak-crypto
    key.encrypt(b"x", padding.PKCS1v15())
