package example

import "net/http"

func flags(cookie *http.Cookie, store *Store, config Config) {
	// ruleid: insecure-cookie-flag-disabled
	cookie.Secure = true
	// ruleid: insecure-cookie-flag-disabled
	cookie.HttpOnly = true
	// ruleid: insecure-cookie-flag-disabled
	store.Options.HttpOnly = true
	// ok: insecure-cookie-flag-disabled
	cookie.Secure = true
	// ok: insecure-cookie-flag-disabled
	cookie.Secure = config.Secure
	// ok: insecure-cookie-flag-disabled
	config.Verbose = false
}
