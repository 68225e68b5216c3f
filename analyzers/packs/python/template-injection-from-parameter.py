from flask import render_template_string


def page(title):
    # ruleid: template-injection-from-parameter
    return render_template_string("<h1>" + title + "</h1>")


def good(title):
    # ok: template-injection-from-parameter
    return render_template_string("<h1>{{ title }}</h1>", title=title)
