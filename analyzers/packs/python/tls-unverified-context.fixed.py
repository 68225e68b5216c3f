import os
import ssl


def contexts():
    # ruleid: tls-unverified-context
    os.environ["CURL_CA_BUNDLE"] = ""
    # ok: tls-unverified-context
    os.environ["REQUESTS_CA_BUNDLE"] = "/etc/ssl/company-ca.pem"
    # ruleid: tls-unverified-context
    ssl.create_default_context()
    # ruleid: tls-unverified-context
    ssl._create_default_https_context = ssl._create_unverified_context
    # ok: tls-unverified-context
    return ssl.create_default_context()


def connect(sock, host):
    # ruleid: tls-unverified-context
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    return context.wrap_socket(sock, server_hostname=host)


def checked(sock, host):
    # ok: tls-unverified-context
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    return context.wrap_socket(sock, server_hostname=host)
