import jwt


def sign(name, password, key):
    # ruleid: jwt-secret-in-claims
    jwt.encode({"user": name, "password": password}, key, algorithm="HS256")
    # ok: jwt-secret-in-claims
    jwt.encode({"sub": name}, key, algorithm="HS256")
