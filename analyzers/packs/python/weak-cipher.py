import pyaes
from M2Crypto import EVP
import pyDes
from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, iv, public):
    # ruleid: weak-cipher
    DES.new(key, DES.MODE_CBC, iv)
    # ruleid: weak-cipher
    ARC4.new(key)
    # ruleid: weak-cipher
    AES.new(key, AES.MODE_ECB)
    # ruleid: weak-cipher
    Cipher(algorithms.TripleDES(key), modes.CBC(iv))
    # ruleid: weak-cipher
    Cipher(algorithms.AES(key), modes.ECB())
    # ruleid: weak-cipher
    public.encrypt(b"x", padding.PKCS1v15())
    # ruleid: weak-cipher
    pyDes.triple_des(key, pad=None, padmode=pyDes.PAD_PKCS5)


def quiet(key, nonce, public):
    # ok: weak-cipher
    AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: weak-cipher
    Cipher(algorithms.AES(key), modes.GCM(nonce))
    # ok: weak-cipher
    public.verify(b"x", b"y", padding.PKCS1v15(), None)
    # ruleid: weak-cipher
    AES.new(key)
    # ok: weak-cipher
    AES.new(key, AES.MODE_GCM)


def by_other_libraries(key, iv):
    # ruleid: weak-cipher
    pyaes.AESModeOfOperationECB(key)
    # ok: weak-cipher
    pyaes.AESModeOfOperationCTR(key)
    # ruleid: weak-cipher
    EVP.Cipher(alg="des_ede3_cbc", key=key, iv=iv, op=1)
    # ok: weak-cipher
    EVP.Cipher(alg="aes_256_gcm", key=key, iv=iv, op=1)
