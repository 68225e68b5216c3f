import os
import ssl


def contexts():
    # ruleid: tls-verification-disabled-unverified-context
    os.environ["CURL_CA_BUNDLE"] = ""
    # ok: tls-verification-disabled-unverified-context
    os.environ["REQUESTS_CA_BUNDLE"] = "/etc/ssl/company-ca.pem"
    # ruleid: tls-verification-disabled-unverified-context
    ssl._create_unverified_context()
    # ruleid: tls-verification-disabled-unverified-context
    ssl._create_default_https_context = ssl._create_unverified_context
    # ok: tls-verification-disabled-unverified-context
    return ssl.create_default_context()


def connect(sock, host):
    # ruleid: tls-verification-disabled-unverified-context
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    return context.wrap_socket(sock, server_hostname=host)


def checked(sock, host):
    # ok: tls-verification-disabled-unverified-context
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    return context.wrap_socket(sock, server_hostname=host)


def chosen_by_the_user(args):
    # ok: tls-verification-disabled-unverified-context
    context = ssl._create_unverified_context() if args.insecure else ssl.create_default_context()
    if not args.verify:
        # ok: tls-verification-disabled-unverified-context
        context = ssl._create_unverified_context()
    return context
