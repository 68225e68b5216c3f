def views(response, value, app, **options):
    # ruleid: insecure-cookie
    response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    response.set_cookie("session", value, secure=True)
    # ruleid: insecure-cookie
    response.set_cookie("session", value, secure=False, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    response.set_signed_cookie("session", value, secure=True, httponly=True, samesite=None)
    # ruleid: insecure-cookie
    response.set_cookie("session", value, secure=True, httponly=True, samesite="None")


def quiet(response, value, app, cookie, **options):
    # ok: insecure-cookie
    response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
    # ok: insecure-cookie
    response.set_cookie("session", value, secure=app.secure, httponly=True, samesite="Strict", max_age=60)
    # ok: insecure-cookie
    response.set_cookie("session", value, **options)
    # ok: insecure-cookie
    response.delete_cookie("session")
    # ok: insecure-cookie
    response.cookies.set_cookie(cookie)
    # ok: insecure-cookie
    response.set_cookie("session", "value", secure=True, httponly=True)
    # ok: insecure-cookie
    response.set_cookie("theme", value)
    # ok: insecure-cookie
    app.jar.set_cookie("example.com", "name", value)
    # ok: insecure-cookie
    response.set_cookie("session", value, expires=0, max_age=0)
    # ok: insecure-cookie
    response.set_cookie(key=COOKIE_NAME_THEME, value=value)
