import smtplib


def send(user, password):
    server = smtplib.SMTP("mail.example.com")
    # ruleid: smtp-login-cleartext
    server.login(user, password)
    # ruleid: smtp-login-cleartext
    smtplib.SMTP("mail.example.com").login(user, password)


def quiet(user, password):
    server = smtplib.SMTP("mail.example.com", 587)
    server.starttls()
    # ok: smtp-login-cleartext
    server.login(user, password)
    other = smtplib.SMTP_SSL("mail.example.com")
    # ok: smtp-login-cleartext
    other.login(user, password)
