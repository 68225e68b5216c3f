package example

import "net/http"

func login(w http.ResponseWriter, r *http.Request, token string, secure bool) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: false, HttpOnly: true})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", HttpOnly: false, Value: token, Secure: true})
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true})
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{HttpOnly: true, Name: "session", Value: token, Secure: secure})
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	// ok: insecure-cookie
	r.AddCookie(&http.Cookie{Name: "session", Value: token})
	// ok: insecure-cookie
	later := &http.Cookie{Name: "session", Value: token}
	later.HttpOnly = true
	later.Secure = true
	http.SetCookie(w, later)
	// ruleid: insecure-cookie
	half := &http.Cookie{Name: "session", Value: token}
	half.HttpOnly = true
	http.SetCookie(w, half)
}
