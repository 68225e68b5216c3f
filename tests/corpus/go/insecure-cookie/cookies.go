package cookies

import (
	"net/http"
	"time"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	gorilla "github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"
)

func Bare(w http.ResponseWriter, token string) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token})
}

func Safe(w http.ResponseWriter, token string) {
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    token,
		Path:     "/",
		HttpOnly: true,
		Secure:   true,
		SameSite: http.SameSiteLaxMode,
	})
}

func NoSecure(w http.ResponseWriter, token string) {
	// ruleid: insecure-cookie
	cookie := http.Cookie{Name: "session", Value: token, HttpOnly: true}
	http.SetCookie(w, &cookie)
}

func NoHTTPOnly(w http.ResponseWriter, token string) {
	// ruleid: insecure-cookie
	cookie := &http.Cookie{
		Name:   "auth",
		Value:  token,
		Secure: true,
	}
	http.SetCookie(w, cookie)
}

func False(w http.ResponseWriter, token string) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "s", Value: token, HttpOnly: false, Secure: true})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "s", Value: token, HttpOnly: true, Secure: false})
}

func SetLater(w http.ResponseWriter, token string) {
	// ok: insecure-cookie
	cookie := &http.Cookie{Name: "session", Value: token}
	cookie.Secure = true
	cookie.HttpOnly = true
	http.SetCookie(w, cookie)
}

func Removed(w http.ResponseWriter) {
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1})
}

func Sent(r *http.Request, token string) {
	// ok: insecure-cookie
	r.AddCookie(&http.Cookie{Name: "session", Value: token})
}

func SameSite(w http.ResponseWriter, token string) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "s", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteNoneMode})
}

func Gin(c *gin.Context) {
	// ruleid: insecure-cookie
	c.SetCookie("session", "value", 3600, "/", "example.com", false, true)
	// ruleid: insecure-cookie
	c.SetCookie("session", "value", 3600, "/", "example.com", true, false)
	// ok: insecure-cookie
	c.SetCookie("session", "value", 3600, "/", "example.com", true, true)
	// ok: insecure-cookie
	c.SetCookie("session", "", -1, "/", "example.com", false, true)
}

func Echo(c echo.Context) error {
	// ruleid: insecure-cookie
	c.SetCookie(&http.Cookie{Name: "session", Value: "x", Expires: time.Now().Add(time.Hour)})
	cookie := new(http.Cookie)
	cookie.Name = "session"
	cookie.Secure = true
	cookie.HttpOnly = true
	// ok: insecure-cookie
	c.SetCookie(cookie)
	return nil
}

func EchoNew(c echo.Context) error {
	cookie := new(http.Cookie)
	cookie.Name = "session"
	cookie.Value = "x"
	// ruleid: insecure-cookie
	c.SetCookie(cookie)
	return nil
}

func Fiber(c *fiber.Ctx) error {
	// ruleid: insecure-cookie
	c.Cookie(&fiber.Cookie{Name: "session", Value: "x"})
	// ok: insecure-cookie
	c.Cookie(&fiber.Cookie{Name: "session", Value: "x", Secure: true, HTTPOnly: true, SameSite: "Lax"})
	return nil
}

func GorillaStore(store *gorilla.CookieStore) {
	// ruleid: insecure-cookie
	store.Options = &gorilla.Options{Path: "/", MaxAge: 3600}
	// ruleid: insecure-cookie
	store.Options = &gorilla.Options{Path: "/", HttpOnly: true, Secure: false}
	// ok: insecure-cookie
	store.Options = &gorilla.Options{Path: "/", HttpOnly: true, Secure: true, SameSite: http.SameSiteStrictMode}
	// ruleid: insecure-cookie
	store.Options.Secure = false
	// ruleid: insecure-cookie
	store.Options.HttpOnly = false
	// ok: insecure-cookie
	store.Options.HttpOnly = true
}

func GinStore(secret []byte) sessions.Store {
	store := cookie.NewStore(secret)
	// ruleid: insecure-cookie
	store.Options(sessions.Options{MaxAge: 3600})
	// ok: insecure-cookie
	store.Options(sessions.Options{MaxAge: 3600, Secure: true, HttpOnly: true})
	return store
}

func Assigned(cookie *http.Cookie) {
	// ruleid: insecure-cookie
	cookie.Secure = false
	// ruleid: insecure-cookie
	cookie.HttpOnly = false
	// ok: insecure-cookie
	cookie.Secure = true
}
