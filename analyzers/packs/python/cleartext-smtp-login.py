import smtplib


def send(user, password):
    server = smtplib.SMTP("mail.example.com")
    # ruleid: cleartext-smtp-login
    server.login(user, password)
    # ruleid: cleartext-smtp-login
    smtplib.SMTP("mail.example.com").login(user, password)


def quiet(user, password):
    server = smtplib.SMTP("mail.example.com", 587)
    server.starttls()
    # ok: cleartext-smtp-login
    server.login(user, password)
    other = smtplib.SMTP_SSL("mail.example.com")
    # ok: cleartext-smtp-login
    other.login(user, password)
