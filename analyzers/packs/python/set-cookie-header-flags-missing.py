def view(response):
    # ruleid: set-cookie-header-flags-missing
    response.headers["Set-Cookie"] = "session=1"
    # ruleid: set-cookie-header-flags-missing
    response.headers.add("Set-Cookie", "session=1; Secure; HttpOnly")
    # ok: set-cookie-header-flags-missing
    response.headers["Set-Cookie"] = "session=1; Secure; HttpOnly; SameSite=Lax"
    # ok: set-cookie-header-flags-missing
    response.headers["X-Name"] = "session=1"

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: set-cookie-header-flags-missing
        self.send_header("Set-Cookie", "session=" + token_hex(8))
        # ruleid: set-cookie-header-flags-missing
        self.send_header("Set-Cookie", f"session={token_hex(8)}; Path=/")
        # ok: set-cookie-header-flags-missing
        self.send_header("Set-Cookie", f"session={token_hex(8)}; Secure; HttpOnly; SameSite=Lax")
        # ok: set-cookie-header-flags-missing
        self.send_header("Set-Cookie", self.cookies.output(header=""))
