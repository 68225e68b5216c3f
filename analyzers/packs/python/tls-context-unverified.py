import ssl


def contexts():
    # ruleid: tls-context-unverified
    ssl._create_unverified_context()
    # ruleid: tls-context-unverified
    ssl._create_default_https_context = ssl._create_unverified_context
    context = ssl.create_default_context()
    # ruleid: tls-context-unverified
    context.check_hostname = False
    # ruleid: tls-context-unverified
    context.verify_mode = ssl.CERT_NONE
    return context


def quiet(verify):
    if not verify:
        other = ssl.create_default_context()
        # ok: tls-context-unverified
        other.check_hostname = False
    # ok: tls-context-unverified
    context = ssl.create_default_context()
    # ok: tls-context-unverified
    context.verify_mode = ssl.CERT_REQUIRED
    # ok: tls-context-unverified
    context.check_hostname = True
    return context
