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


def chosen_by_the_user(context, config):
    if config["allow-self-signed"]:
        # ok: tls-verification-disabled-context
        context.verify_mode = ssl.CERT_NONE
