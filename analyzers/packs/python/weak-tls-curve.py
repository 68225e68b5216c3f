import ssl

OLD = "prime192v1"


def contexts(context):
    # ruleid: weak-tls-curve
    context.set_ecdh_curve("secp160r1")
    # ruleid: weak-tls-curve
    ssl.create_default_context().set_ecdh_curve(OLD)
    # ruleid: weak-tls-curve
    context.set_ecdh_curve("sect163k1")


def quiet(context, curve):
    # ok: weak-tls-curve
    context.set_ecdh_curve("prime256v1")
    # ok: weak-tls-curve
    context.set_ecdh_curve("brainpoolP384r1")
    # ok: weak-tls-curve
    context.set_ecdh_curve("sect571k1")
    # ok: weak-tls-curve
    context.set_ecdh_curve(curve)
