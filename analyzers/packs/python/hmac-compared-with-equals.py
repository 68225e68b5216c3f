import hmac


def verify(key, body, signature):
    # ruleid: hmac-compared-with-equals
    if hmac.new(key, body, "sha256").hexdigest() == signature:
        return True
    expected = hmac.new(key, body, "sha256").hexdigest()
    # ruleid: hmac-compared-with-equals
    return expected == signature


def refuse(key, body, signature):
    expected = hmac.new(key, body, "sha256").digest()
    # ruleid: hmac-compared-with-equals
    return signature != expected


def quiet(key, body, signature):
    expected = hmac.new(key, body, "sha256").hexdigest()
    # ok: hmac-compared-with-equals
    if len(expected) == len(signature):
        return False
    # ok: hmac-compared-with-equals
    return hmac.compare_digest(expected, signature)
