import hmac


def check(key, body, signature, length):
    # ruleid: hmac-compared-with-equals
    if hmac.compare_digest(signature, hmac.new(key, body, "sha256").hexdigest()):
        return True
    digest = hmac.new(key, body, "sha256").hexdigest()
    # ruleid: hmac-compared-with-equals
    if digest != signature:
        return False
    # ok: hmac-compared-with-equals
    if hmac.compare_digest(digest, signature):
        return True
    # ok: hmac-compared-with-equals
    return length == 64


def view(request, settings):
    # ruleid: hmac-compared-with-equals
    return hmac.compare_digest(request.META.get("HTTP_X_TOKEN"), settings.API_TOKEN)


def in_steps(key, body, signature):
    mac = hmac.HMAC(key, body, "sha256")
    digest = mac.hexdigest()
    # ruleid: hmac-compared-with-equals
    return hmac.compare_digest(digest, signature)
