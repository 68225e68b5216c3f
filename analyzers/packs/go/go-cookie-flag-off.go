package example

import "net/http"

func flags(cookie *http.Cookie, store *Store, config Config) {
	// ruleid: go-cookie-flag-off
	cookie.Secure = false
	// ruleid: go-cookie-flag-off
	cookie.HttpOnly = false
	// ruleid: go-cookie-flag-off
	store.Options.HttpOnly = false
	// ok: go-cookie-flag-off
	cookie.Secure = true
	// ok: go-cookie-flag-off
	cookie.Secure = config.Secure
	// ok: go-cookie-flag-off
	config.Verbose = false
}
