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


def remember(response, session_id):
    # ruleid: session-identity-from-request
    response.set_cookie("session_id", request.args["sid"], secure=True, httponly=True)
    # ok: session-identity-from-request
    response.set_cookie("session_id", session_id, secure=True, httponly=True)
    # ok: session-identity-from-request
    response.set_cookie("language", request.args["language"])


def known(request, session, rows):
    row = rows[request.form["name"]]
    # ok: session-identity-from-request
    session["user_id"] = row["id"]
