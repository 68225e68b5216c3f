package example

import "net/http"

func login(w http.ResponseWriter, r *http.Request, token string, secure bool) {
	// ruleid: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true})
	// ruleid: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	// ruleid: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: false, HttpOnly: true})
	// ruleid: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", HttpOnly: false, Value: token, Secure: true})
	// ok: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true})
	// ok: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{HttpOnly: true, Name: "session", Value: token, Secure: secure})
	// ok: go-cookie-insecure
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	// ok: go-cookie-insecure
	r.AddCookie(&http.Cookie{Name: "session", Value: token})
	// ok: go-cookie-insecure
	later := &http.Cookie{Name: "session", Value: token}
	later.HttpOnly = true
	later.Secure = true
	http.SetCookie(w, later)
	// ruleid: go-cookie-insecure
	half := &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true}
	half.HttpOnly = true
	http.SetCookie(w, half)
}
