import ecdsa
import M2Crypto
import OpenSSL
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa


def keys(size):
    # ruleid: weak-key-size
    RSA.generate(1024)
    # ruleid: weak-key-size
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: weak-key-size
    rsa.generate_private_key(65537, 512)
    # ruleid: weak-key-size
    rsa.generate_private_key(public_exponent=3, key_size=2048)
    # ruleid: weak-key-size
    dsa.generate_private_key(key_size=1024)
    # ruleid: weak-key-size
    ec.generate_private_key(ec.SECP192R1())
    # ok: weak-key-size
    RSA.generate(2048)
    # ok: weak-key-size
    RSA.generate(size)
    # ok: weak-key-size
    rsa.generate_private_key(public_exponent=65537, key_size=4096)
    # ok: weak-key-size
    ec.generate_private_key(ec.SECP256R1())


def by_other_libraries():
    # ruleid: weak-key-size
    M2Crypto.RSA.gen_key(1024, 65537)
    # ok: weak-key-size
    M2Crypto.RSA.gen_key(3072, 65537)
    # ruleid: weak-key-size
    ecdsa.SigningKey.generate(curve=ecdsa.NIST192p)
    # ruleid: weak-key-size
    ecdsa.SigningKey.generate()
    # ok: weak-key-size
    ecdsa.SigningKey.generate(curve=ecdsa.NIST256p)
    key = OpenSSL.crypto.PKey()
    # ruleid: weak-key-size
    key.generate_key(OpenSSL.crypto.TYPE_RSA, 1024)
    # ok: weak-key-size
    key.generate_key(OpenSSL.crypto.TYPE_RSA, 2048)
