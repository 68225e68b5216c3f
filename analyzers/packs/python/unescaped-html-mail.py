from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send(text):
    body = "<p>" + text + "</p>"
    message = EmailMessage("subject", body, "a@b.example", ["c@d.example"])
    # ruleid: unescaped-html-mail
    message.content_subtype = "html"
    return message


def quiet(text):
    body = render_to_string("mail.html", {"text": text})
    message = EmailMessage("subject", body, "a@b.example", ["c@d.example"])
    # ok: unescaped-html-mail
    message.content_subtype = "html"
    return message
