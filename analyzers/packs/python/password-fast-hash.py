import hashlib
from hashlib import sha256


def store(user, password, salt):
    # ruleid: password-fast-hash
    first = hashlib.md5(password.encode()).hexdigest()
    # ruleid: password-fast-hash
    second = hashlib.sha1(user.password.encode("utf-8")).hexdigest()
    # ruleid: password-fast-hash
    third = sha256(salt + password).hexdigest()
    # ruleid: password-fast-hash
    return first, second, third, hashlib.new("sha512", bytes(user.passwd, "utf-8"))


def quiet(password, salt, data):
    # ok: password-fast-hash
    first = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: password-fast-hash
    second = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
    # ok: password-fast-hash
    third = hashlib.sha256(data).hexdigest()
    # ok: password-fast-hash
    return first, second, third, hashlib.md5(b"password reset page", usedforsecurity=False)
