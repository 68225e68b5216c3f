import ssl


def connect(verify):
    context = ssl.create_default_context()
    # ruleid: tls-verification-disabled-context
    context.verify_mode = ssl.CERT_REQUIRED
    # ok: tls-verification-disabled-context
    context.verify_mode = ssl.CERT_REQUIRED
    if not verify:
        # ok: tls-verification-disabled-context
        context.verify_mode = ssl.CERT_NONE
    return context
