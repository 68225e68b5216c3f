import ftplib
import imaplib
import poplib
import smtplib
import ssl


def connect(host):
    # ruleid: tls-verification-disabled-mail
    imaplib.IMAP4_SSL(host)
    # ruleid: tls-verification-disabled-mail
    poplib.POP3_SSL(host, 995, timeout=5)
    # ruleid: tls-verification-disabled-mail
    with smtplib.SMTP_SSL(host) as server:
        server.noop()
    # ruleid: tls-verification-disabled-mail
    return ftplib.FTP_TLS(host, context=None)


def upgrade(host):
    server = smtplib.SMTP(host, 587)
    # ruleid: tls-verification-disabled-mail
    server.starttls()
    with imaplib.IMAP4(host) as box:
        # ruleid: tls-verification-disabled-mail
        box.starttls(ssl_context=None)


def checked(host, context, **options):
    # ok: tls-verification-disabled-mail
    imaplib.IMAP4_SSL(host, ssl_context=ssl.create_default_context())
    # ok: tls-verification-disabled-mail
    ftplib.FTP_TLS(host, context=context)
    # ok: tls-verification-disabled-mail
    smtplib.SMTP_SSL(host, **options)
    server = smtplib.SMTP(host)
    # ok: tls-verification-disabled-mail
    server.starttls(context=context)


def another_library(server):
    # ok: tls-verification-disabled-mail
    server.starttls()
