import ssl


def connect(verify):
    context = ssl.create_default_context()
    # ruleid: tls-hostname-unchecked
    context.check_hostname = False
    # ok: tls-hostname-unchecked
    context.check_hostname = True
    if not verify:
        # ok: tls-hostname-unchecked
        context.check_hostname = False
    return context
