package example

import "net/http"

func login(w http.ResponseWriter, r *http.Request, session *Session) {
	// ruleid: session-id-from-request
	session.ID = r.FormValue("session")
	// ok: session-id-from-request
	session.ID = newIdentifier()
	// ok: session-id-from-request
	session.Name = r.FormValue("name")
}

func resume(w http.ResponseWriter, r *http.Request) {
	// ruleid: session-id-from-request
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: r.FormValue("sid"), HttpOnly: true, Secure: true})
	old, err := r.Cookie("session_id")
	if err != nil {
		return
	}
	// ok: session-id-from-request
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: old.Value, HttpOnly: true, Secure: true, MaxAge: 60})
	// ok: session-id-from-request
	http.SetCookie(w, &http.Cookie{Name: "language", Value: r.FormValue("language"), HttpOnly: true, Secure: true})
}
