package example

import "net/http"

func login(w http.ResponseWriter, r *http.Request, session *Session) {
	// ruleid: go-session-identifier-from-input
	session.ID = r.FormValue("session")
	// ok: go-session-identifier-from-input
	session.ID = newIdentifier()
	// ok: go-session-identifier-from-input
	session.Name = r.FormValue("name")
}

func resume(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-session-identifier-from-input
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: r.FormValue("sid"), HttpOnly: true, Secure: true})
	old, err := r.Cookie("session_id")
	if err != nil {
		return
	}
	// ok: go-session-identifier-from-input
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: old.Value, HttpOnly: true, Secure: true, MaxAge: 60})
	// ok: go-session-identifier-from-input
	http.SetCookie(w, &http.Cookie{Name: "language", Value: r.FormValue("language"), HttpOnly: true, Secure: true})
}
