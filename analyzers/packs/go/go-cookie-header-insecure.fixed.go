package example

import "net/http"

func login(w http.ResponseWriter) {
	// ruleid: go-cookie-header-insecure
	w.Header().Set("Set-Cookie", "session=abc; Path=/; Secure; HttpOnly")
	// ok: go-cookie-header-insecure
	w.Header().Set("Set-Cookie", "session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
	// ok: go-cookie-header-insecure
	w.Header().Set("X-Cookie", "session")
}
