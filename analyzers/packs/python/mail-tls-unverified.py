import ftplib
import imaplib
import poplib
import smtplib
import ssl


def connect(host):
    # ruleid: mail-tls-unverified
    imaplib.IMAP4_SSL(host)
    # ruleid: mail-tls-unverified
    poplib.POP3_SSL(host, 995, timeout=5)
    # ruleid: mail-tls-unverified
    with smtplib.SMTP_SSL(host) as server:
        server.noop()
    # ruleid: mail-tls-unverified
    return ftplib.FTP_TLS(host, context=None)


def upgrade(host):
    server = smtplib.SMTP(host, 587)
    # ruleid: mail-tls-unverified
    server.starttls()
    with imaplib.IMAP4(host) as box:
        # ruleid: mail-tls-unverified
        box.starttls(ssl_context=None)


def checked(host, context, **options):
    # ok: mail-tls-unverified
    imaplib.IMAP4_SSL(host, ssl_context=ssl.create_default_context())
    # ok: mail-tls-unverified
    ftplib.FTP_TLS(host, context=context)
    # ok: mail-tls-unverified
    smtplib.SMTP_SSL(host, **options)
    server = smtplib.SMTP(host)
    # ok: mail-tls-unverified
    server.starttls(context=context)


def another_library(server):
    # ok: mail-tls-unverified
    server.starttls()
