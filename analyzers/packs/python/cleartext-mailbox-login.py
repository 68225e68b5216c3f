import imaplib
import poplib


def fetch(host, name, password):
    box = imaplib.IMAP4(host)
    # ruleid: cleartext-mailbox-login
    box.login(name, password)
    old = poplib.POP3(host)
    old.user(name)
    # ruleid: cleartext-mailbox-login
    old.pass_(password)
    safe = imaplib.IMAP4(host)
    safe.starttls()
    # ok: cleartext-mailbox-login
    safe.login(name, password)
    # ok: cleartext-mailbox-login
    imaplib.IMAP4_SSL(host).login(name, password)


def other_ways(user, password, token):
    box = imaplib.IMAP4("mail.example.com")
    # ruleid: cleartext-mailbox-login
    box.authenticate("PLAIN", token)
    post = poplib.POP3("mail.example.com")
    # ruleid: cleartext-mailbox-login
    post.rpop(user)
    # ruleid: cleartext-mailbox-login
    poplib.POP3("mail.example.com").pass_(password)
    # ok: cleartext-mailbox-login
    poplib.POP3_SSL("mail.example.com").pass_(password)
