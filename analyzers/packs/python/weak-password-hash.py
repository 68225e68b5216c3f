import hashlib


def store(password, salt, form):
    # ruleid: weak-password-hash
    hashlib.sha256(password.encode()).hexdigest()
    # ruleid: weak-password-hash
    hashlib.sha512((salt + password).encode())
    # ruleid: weak-password-hash
    hashlib.new("sha256", form.password.encode())
    digest = hashlib.sha256()
    # ruleid: weak-password-hash
    digest.update(password.encode())
    return digest


def quiet(password, document, salt):
    # ok: weak-password-hash
    hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: weak-password-hash
    hashlib.sha256(document).hexdigest()
    # ok: weak-password-hash
    hashlib.sha256(b"password").hexdigest()
