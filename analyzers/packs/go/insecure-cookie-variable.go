package example

import "net/http"

func bad(c Context, token string) {
	cookie := new(http.Cookie)
	cookie.Value = token
	// ruleid: insecure-cookie-variable
	c.SetCookie(cookie)
}

func good(c Context, token string) {
	cookie := new(http.Cookie)
	cookie.Value = token
	cookie.Secure = true
	cookie.HttpOnly = true
	// ok: insecure-cookie-variable
	c.SetCookie(cookie)
}

func removed(c Context) {
	cookie := new(http.Cookie)
	cookie.MaxAge = -1
	// ok: insecure-cookie-variable
	c.SetCookie(cookie)
}
