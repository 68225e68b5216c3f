package example

import "github.com/gorilla/sessions"

func options(store *sessions.CookieStore) {
	// ruleid: go-session-options-insecure
	store.Options = &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true}
	// ruleid: go-session-options-insecure
	store.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: false}
	// ok: go-session-options-insecure
	store.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: true}
	// ok: go-session-options-insecure
	store.Options = &sessions.Options{Path: "/", MaxAge: -1}
}
