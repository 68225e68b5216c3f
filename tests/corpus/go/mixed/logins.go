package main

import (
	"net/http"

	"github.com/gorilla/sessions"
)

// ruleid: hardcoded-secret
var store = sessions.NewCookieStore([]byte("something-very-secret"))

func login(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "session-name")
	session.Values["authenticated"] = true
	session.Options = &sessions.Options{
		Path:     "/",
		MaxAge:   3600,
		HttpOnly: false,
		Secure:   true,
	}
	session.Save(r, w)
	// ruleid: insecure-cookie
	cookie := http.Cookie{
		Name:  "session_token",
		Value: "x",
	}
	http.SetCookie(w, &cookie)
	good := &http.Cookie{
		Name:     "session_token",
		Value:    "x",
		HttpOnly: true,
		Secure:   true,
		SameSite: http.SameSiteStrictMode,
	}
	// ok: insecure-cookie
	http.SetCookie(w, good)
	sid := r.URL.Query().Get("sid")
	// ruleid: authentication
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: sid, HttpOnly: true, Secure: true})
}

func isAdmin(r *http.Request) bool {
	c, err := r.Cookie("is_admin")
	// ruleid: authentication
	return err == nil && c.Value == "true"
}

func basic(w http.ResponseWriter, r *http.Request) {
	u, p, ok := r.BasicAuth()
	// ruleid: authentication
	if !ok || u != "admin" || p != "hunter2pass" {
		w.WriteHeader(401)
		return
	}
}
