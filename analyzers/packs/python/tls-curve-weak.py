import ssl

OLD = "prime192v1"


def contexts(context):
    # ruleid: tls-curve-weak
    context.set_ecdh_curve("secp160r1")
    # ruleid: tls-curve-weak
    ssl.create_default_context().set_ecdh_curve(OLD)
    # ruleid: tls-curve-weak
    context.set_ecdh_curve("sect163k1")


def quiet(context, curve):
    # ok: tls-curve-weak
    context.set_ecdh_curve("prime256v1")
    # ok: tls-curve-weak
    context.set_ecdh_curve("brainpoolP384r1")
    # ok: tls-curve-weak
    context.set_ecdh_curve("sect571k1")
    # ok: tls-curve-weak
    context.set_ecdh_curve(curve)
