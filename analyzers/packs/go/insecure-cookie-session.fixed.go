package example

import "github.com/gorilla/sessions"

func options(store *sessions.CookieStore) {
	// ruleid: insecure-cookie-session
	store.Options = &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true}
	// ruleid: insecure-cookie-session
	store.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: false}
	// ok: insecure-cookie-session
	store.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: true}
	// ok: insecure-cookie-session
	store.Options = &sessions.Options{Path: "/", MaxAge: -1}
}
