import imaplib
import poplib
import smtplib


def read(host, user, password):
    # ruleid: data-exposure
    imaplib.IMAP4(host, 143).login(user, password)
    with imaplib.IMAP4(host) as plain:
        # ruleid: data-exposure
        plain.login(user, password)
    letters = poplib.POP3(host)
    # ruleid: data-exposure
    letters.pass_(password)
    # ruleid: data-exposure
    smtplib.SMTP(host).login(user, password)


def read_safely(host, user, password):
    # ok: data-exposure
    imaplib.IMAP4_SSL(host).login(user, password)
    letters = poplib.POP3(host)
    letters.stls()
    # ok: data-exposure
    letters.pass_(password)
