import hmac


def check(key, body, signature, length):
    # ruleid: timing-unsafe-comparison
    if hmac.compare_digest(signature, hmac.new(key, body, "sha256").hexdigest()):
        return True
    digest = hmac.new(key, body, "sha256").hexdigest()
    # ruleid: timing-unsafe-comparison
    if digest != signature:
        return False
    # ok: timing-unsafe-comparison
    if hmac.compare_digest(digest, signature):
        return True
    # ok: timing-unsafe-comparison
    return length == 64


def view(request, settings):
    # ruleid: timing-unsafe-comparison
    return hmac.compare_digest(request.META.get("HTTP_X_TOKEN"), settings.API_TOKEN)


def in_steps(key, body, signature):
    mac = hmac.HMAC(key, body, "sha256")
    digest = mac.hexdigest()
    # ruleid: timing-unsafe-comparison
    return hmac.compare_digest(digest, signature)
