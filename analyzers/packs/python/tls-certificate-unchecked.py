import ssl


def connect(verify):
    context = ssl.create_default_context()
    # ruleid: tls-certificate-unchecked
    context.verify_mode = ssl.CERT_NONE
    # ok: tls-certificate-unchecked
    context.verify_mode = ssl.CERT_REQUIRED
    if not verify:
        # ok: tls-certificate-unchecked
        context.verify_mode = ssl.CERT_NONE
    return context
