def view(response):
    # ruleid: insecure-cookie-header
    response.headers["Set-Cookie"] = "session=1; Secure; HttpOnly; SameSite=Lax"
    # ruleid: insecure-cookie-header
    response.headers.add("Set-Cookie", "session=1; Secure; HttpOnly; SameSite=Lax")
    # ok: insecure-cookie-header
    response.headers["Set-Cookie"] = "session=1; Secure; HttpOnly; SameSite=Lax"
    # ok: insecure-cookie-header
    response.headers["X-Name"] = "session=1"

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: insecure-cookie-header
        self.send_header("Set-Cookie", "session=" + token_hex(8))
        # ruleid: insecure-cookie-header
        self.send_header("Set-Cookie", f"session={token_hex(8)}; Path=/; Secure; HttpOnly; SameSite=Lax")
        # ok: insecure-cookie-header
        self.send_header("Set-Cookie", f"session={token_hex(8)}; Secure; HttpOnly; SameSite=Lax")
        # ok: insecure-cookie-header
        self.send_header("Set-Cookie", self.cookies.output(header=""))
