import imaplib
import poplib


def fetch(host, name, password):
    box = imaplib.IMAP4(host)
    # ruleid: mailbox-login-cleartext
    box.login(name, password)
    old = poplib.POP3(host)
    old.user(name)
    # ruleid: mailbox-login-cleartext
    old.pass_(password)
    safe = imaplib.IMAP4(host)
    safe.starttls()
    # ok: mailbox-login-cleartext
    safe.login(name, password)
    # ok: mailbox-login-cleartext
    imaplib.IMAP4_SSL(host).login(name, password)


def other_ways(user, password, token):
    box = imaplib.IMAP4("mail.example.com")
    # ruleid: mailbox-login-cleartext
    box.authenticate("PLAIN", token)
    post = poplib.POP3("mail.example.com")
    # ruleid: mailbox-login-cleartext
    post.rpop(user)
    # ruleid: mailbox-login-cleartext
    poplib.POP3("mail.example.com").pass_(password)
    # ok: mailbox-login-cleartext
    poplib.POP3_SSL("mail.example.com").pass_(password)
