package example

import "net/http"

func login(w http.ResponseWriter) {
	// ruleid: insecure-cookie-header
	w.Header().Set("Set-Cookie", "session=abc; Path=/; Secure; HttpOnly")
	// ok: insecure-cookie-header
	w.Header().Set("Set-Cookie", "session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
	// ok: insecure-cookie-header
	w.Header().Set("X-Cookie", "session")
}
