import ssl


def connect(verify):
    context = ssl.create_default_context()
    # ruleid: tls-hostname-check-disabled
    context.check_hostname = False
    # ok: tls-hostname-check-disabled
    context.check_hostname = True
    if not verify:
        # ok: tls-hostname-check-disabled
        context.check_hostname = False
    return context
