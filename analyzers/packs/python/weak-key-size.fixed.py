from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa


def keys(size):
    # ruleid: weak-key-size
    RSA.generate(3072)
    # ruleid: weak-key-size
    rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ruleid: weak-key-size
    rsa.generate_private_key(65537, 512)
    # ruleid: weak-key-size
    rsa.generate_private_key(public_exponent=3, key_size=2048)
    # ruleid: weak-key-size
    dsa.generate_private_key(key_size=3072)
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
