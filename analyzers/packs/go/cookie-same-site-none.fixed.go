package example

import "net/http"

func set(w http.ResponseWriter, token string) {
	// ruleid: cookie-same-site-none
	http.SetCookie(w, &http.Cookie{Name: "s", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	// ok: cookie-same-site-none
	http.SetCookie(w, &http.Cookie{Name: "s", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
