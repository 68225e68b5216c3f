package example

import "github.com/gorilla/csrf"

func routes(r *http.Request, key []byte) {
	// ruleid: go-csrf-protection-off
	csrf.UnsafeSkipCheck(r)
	// ruleid: go-csrf-protection-off
	csrf.Protect(key, csrf.Secure(false))
	// ok: go-csrf-protection-off
	csrf.Protect(key, csrf.Secure(true))
}

func cookies() {
	// ruleid: go-csrf-protection-off
	_ = middleware.CSRFConfig{TokenLookup: "form:csrf", CookieSecure: false}
	// ruleid: go-csrf-protection-off
	_ = csrf.Config{CookieSecure: false}
	// ok: go-csrf-protection-off
	_ = csrf.Config{CookieSecure: true, CookieHTTPOnly: true}
}

func exempted(handler *nosurf.CSRFHandler) {
	// ruleid: go-csrf-protection-off
	handler.ExemptFunc(func(r *http.Request) bool { return true })
	// ruleid: go-csrf-protection-off
	handler.ExemptGlob("*")
	// ok: go-csrf-protection-off
	handler.ExemptGlob("/webhooks/*")
}
