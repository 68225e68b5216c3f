package example

import "github.com/gorilla/csrf"

func routes(r *http.Request, key []byte) {
	// ruleid: csrf-disabled
	csrf.UnsafeSkipCheck(r)
	// ruleid: csrf-disabled
	csrf.Protect(key, csrf.Secure(false))
	// ok: csrf-disabled
	csrf.Protect(key, csrf.Secure(true))
}

func cookies() {
	// ruleid: csrf-disabled
	_ = middleware.CSRFConfig{TokenLookup: "form:csrf", CookieSecure: false}
	// ruleid: csrf-disabled
	_ = csrf.Config{CookieSecure: false}
	// ok: csrf-disabled
	_ = csrf.Config{CookieSecure: true, CookieHTTPOnly: true}
}

func exempted(handler *nosurf.CSRFHandler) {
	// ruleid: csrf-disabled
	handler.ExemptFunc(func(r *http.Request) bool { return true })
	// ruleid: csrf-disabled
	handler.ExemptGlob("*")
	// ok: csrf-disabled
	handler.ExemptGlob("/webhooks/*")
}

func crossOrigin() {
	protection := http.NewCrossOriginProtection()
	// ruleid: csrf-disabled
	protection.AddInsecureBypassPattern("/")
	// ruleid: csrf-disabled
	protection.AddInsecureBypassPattern("POST /{path...}")
	// ok: csrf-disabled
	protection.AddInsecureBypassPattern("/webhooks/")
}
