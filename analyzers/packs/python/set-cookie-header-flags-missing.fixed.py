def view(response):
    # ruleid: set-cookie-header-flags-missing
    response.headers["Set-Cookie"] = "session=1; Secure; HttpOnly; SameSite=Lax"
    # ruleid: set-cookie-header-flags-missing
    response.headers.add("Set-Cookie", "session=1; Secure; HttpOnly; SameSite=Lax")
    # ok: set-cookie-header-flags-missing
    response.headers["Set-Cookie"] = "session=1; Secure; HttpOnly; SameSite=Lax"
    # ok: set-cookie-header-flags-missing
    response.headers["X-Name"] = "session=1"
