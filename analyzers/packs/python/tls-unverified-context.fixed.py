import ssl


def contexts():
    # ruleid: tls-unverified-context
    ssl.create_default_context()
    # ruleid: tls-unverified-context
    ssl._create_default_https_context = ssl._create_unverified_context
    # ok: tls-unverified-context
    return ssl.create_default_context()
