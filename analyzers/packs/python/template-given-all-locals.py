from django.shortcuts import render


def view(request, name):
    # ruleid: template-given-all-locals
    render(request, "page.html", locals())
    # ok: template-given-all-locals
    return render(request, "page.html", {"name": name})
