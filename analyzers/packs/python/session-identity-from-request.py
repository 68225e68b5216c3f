from flask import request, session


def login(user):
    # ruleid: session-identity-from-request
    session["user_id"] = request.args["user_id"]
    # ruleid: session-identity-from-request
    session["role"] = request.form.get("role")
    # ok: session-identity-from-request
    session["user_id"] = user.id
    # ok: session-identity-from-request
    session["language"] = request.args["language"]
