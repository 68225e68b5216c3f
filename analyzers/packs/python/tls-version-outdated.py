import ssl

from OpenSSL import SSL


def contexts(sock, context):
    # ruleid: tls-version-outdated
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: tls-version-outdated
    ssl.SSLContext(protocol=ssl.PROTOCOL_SSLv3)
    # ruleid: tls-version-outdated
    SSL.Context(SSL.TLSv1_METHOD)
    # ruleid: tls-version-outdated
    ssl.wrap_socket(sock)
    # ruleid: tls-version-outdated
    context.minimum_version = ssl.TLSVersion.TLSv1


def quiet(sock, context):
    # ok: tls-version-outdated
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: tls-version-outdated
    SSL.Context(SSL.TLS_METHOD)
    # ok: tls-version-outdated
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: tls-version-outdated
    METHODS[ssl.PROTOCOL_TLSv1] = SSL.TLS_METHOD
    # ruleid: tls-version-outdated
    context.set_ciphers("RC4-SHA:AES128-SHA")
    # ruleid: tls-version-outdated
    context.options &= ~ssl.OP_NO_SSLv3
    # ok: tls-version-outdated
    context.set_ciphers("ECDHE+AESGCM:!aNULL:!RC4")
    # ruleid: tls-version-outdated
    SSL.Context(SSL.SSLv23_METHOD)


def with_workarounds(connection):
    # ok: tls-version-outdated
    connection.set_options(SSL.OP_ALL)
