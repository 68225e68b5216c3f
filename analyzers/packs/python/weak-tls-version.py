import ssl

from OpenSSL import SSL


def contexts(sock, context):
    # ruleid: weak-tls-version
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: weak-tls-version
    ssl.SSLContext(protocol=ssl.PROTOCOL_SSLv3)
    # ruleid: weak-tls-version
    SSL.Context(SSL.TLSv1_METHOD)
    # ruleid: weak-tls-version
    ssl.wrap_socket(sock)
    # ruleid: weak-tls-version
    context.minimum_version = ssl.TLSVersion.TLSv1


def quiet(sock, context):
    # ok: weak-tls-version
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: weak-tls-version
    SSL.Context(SSL.TLS_METHOD)
    # ok: weak-tls-version
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: weak-tls-version
    METHODS[ssl.PROTOCOL_TLSv1] = SSL.TLS_METHOD
    # ruleid: weak-tls-version
    context.set_ciphers("RC4-SHA:AES128-SHA")
    # ruleid: weak-tls-version
    context.options &= ~ssl.OP_NO_SSLv3
    # ok: weak-tls-version
    context.set_ciphers("ECDHE+AESGCM:!aNULL:!RC4")
    # ruleid: weak-tls-version
    SSL.Context(SSL.SSLv23_METHOD)


def with_workarounds(connection):
    # ok: weak-tls-version
    connection.set_options(SSL.OP_ALL)
