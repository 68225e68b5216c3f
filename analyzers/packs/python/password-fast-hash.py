import hashlib


def store(password, salt, form):
    # ruleid: password-fast-hash
    hashlib.sha256(password.encode()).hexdigest()
    # ruleid: password-fast-hash
    hashlib.sha512((salt + password).encode())
    # ruleid: password-fast-hash
    hashlib.new("sha256", form.password.encode())
    digest = hashlib.sha256()
    # ruleid: password-fast-hash
    digest.update(password.encode())
    return digest


def quiet(password, document, salt):
    # ok: password-fast-hash
    hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: password-fast-hash
    hashlib.sha256(document).hexdigest()
    # ok: password-fast-hash
    hashlib.sha256(b"password").hexdigest()
