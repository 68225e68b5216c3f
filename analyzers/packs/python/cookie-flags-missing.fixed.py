def views(response, value, app, **options):
    # ruleid: cookie-flags-missing
    response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
    # ruleid: cookie-flags-missing
    response.set_cookie("session", value, secure=True)
    # ruleid: cookie-flags-missing
    response.set_cookie("session", value, secure=False, httponly=True, samesite="Lax")
    # ruleid: cookie-flags-missing
    response.set_signed_cookie("session", value, secure=True, httponly=True, samesite=None)
    # ruleid: cookie-flags-missing
    response.set_cookie("session", value, secure=True, httponly=True, samesite="None")


def quiet(response, value, app, cookie, **options):
    # ok: cookie-flags-missing
    response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
    # ok: cookie-flags-missing
    response.set_cookie("session", value, secure=app.secure, httponly=True, samesite="Strict", max_age=60)
    # ok: cookie-flags-missing
    response.set_cookie("session", value, **options)
    # ok: cookie-flags-missing
    response.delete_cookie("session")
    # ok: cookie-flags-missing
    response.cookies.set_cookie(cookie)
    # ok: cookie-flags-missing
    response.set_cookie("session", "value", secure=True, httponly=True)
    # ok: cookie-flags-missing
    response.set_cookie("theme", value)
    # ok: cookie-flags-missing
    app.jar.set_cookie("example.com", "name", value)
    # ok: cookie-flags-missing
    response.set_cookie("session", value, expires=0, max_age=0)
    # ok: cookie-flags-missing
    response.set_cookie(key=COOKIE_NAME_THEME, value=value)
