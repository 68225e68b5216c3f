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
