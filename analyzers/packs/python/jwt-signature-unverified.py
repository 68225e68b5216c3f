import jwt
from jwt import decode


def claims(token, key):
    # ruleid: jwt-signature-unverified
    first = jwt.decode(token, options={"verify_exp": True, "verify_signature": False})
    # ruleid: jwt-signature-unverified
    second = decode(token, key, verify=False)
    # ruleid: jwt-signature-unverified
    third = jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: jwt-signature-unverified
    return first, second, third, jwt.encode({}, None, algorithm="none")


def quiet(token, key):
    # ok: jwt-signature-unverified
    first = jwt.decode(token, key, algorithms=["HS256"])
    # ok: jwt-signature-unverified
    second = jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})
    # ok: jwt-signature-unverified
    return first, second, jwt.encode({}, key, algorithm="HS256")
