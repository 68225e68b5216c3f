package example

import "net/http"

func flags(cookie *http.Cookie, store *Store, config Config) {
	// ruleid: go-cookie-flag-off
	cookie.Secure = true
	// ruleid: go-cookie-flag-off
	cookie.HttpOnly = true
	// ruleid: go-cookie-flag-off
	store.Options.HttpOnly = true
	// ok: go-cookie-flag-off
	cookie.Secure = true
	// ok: go-cookie-flag-off
	cookie.Secure = config.Secure
	// ok: go-cookie-flag-off
	config.Verbose = false
}
