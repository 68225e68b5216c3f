from flask import request, session


def check():
    # ruleid: authentication-by-request-value
    if request.cookies.get("role") == "admin":
        return True
    # ruleid: authentication-by-request-value
    if request.form["password"] == "letmein":
        return True
    # ruleid: authentication-by-request-value
    if request.headers.get("X-Admin") == "true":
        return True
    # ok: authentication-by-request-value
    if session.get("role") == "admin":
        return True
    # ok: authentication-by-request-value
    if request.args.get("format") == "json":
        return True
    # ok: authentication-by-request-value
    return request.headers.get("Connection") == "upgrade"
