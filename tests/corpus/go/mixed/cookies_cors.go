package web

import (
	"net/http"
	"os"
	"time"

	gcors "github.com/gin-contrib/cors"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/cors"
	"github.com/gofiber/fiber/v2"
	fcors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/gorilla/csrf"
	"github.com/gorilla/handlers"
	gsessions "github.com/gorilla/sessions"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	rcors "github.com/rs/cors"
)

func cookies(w http.ResponseWriter, v string) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: v})
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: v, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: v, HttpOnly: true})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: v, Secure: true})
	// ruleid: insecure-cookie
	c := http.Cookie{Name: "sid", Value: v, Secure: false, HttpOnly: false}
	http.SetCookie(w, &c)
	// ok: insecure-cookie
	d := &http.Cookie{Name: "sid", Value: v, Path: "/"}
	d.Secure = true
	d.HttpOnly = true
	http.SetCookie(w, d)
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{
		Name:     "jwt",
		Value:    v,
		Expires:  time.Now().Add(time.Hour),
		SameSite: http.SameSiteNoneMode,
	})
	e := new(http.Cookie)
	e.Name = "session_id"
	e.Value = v
	// ruleid: insecure-cookie
	http.SetCookie(w, e)
}

func ginCookies(c *gin.Context, v string) {
	// ruleid: insecure-cookie
	c.SetCookie("session", v, 3600, "/", "", false, false)
	// ok: insecure-cookie
	c.SetCookie("session", v, 3600, "/", "", true, true)
	// ruleid: insecure-cookie
	c.SetCookie("token", v, 3600, "/", "", true, false)
	// ruleid: hardcoded-secret
	store := cookie.NewStore([]byte("secret-session-key"))
	// ruleid: insecure-cookie
	store.Options(sessions.Options{Path: "/", HttpOnly: false, Secure: false})
	// ok: insecure-cookie
	store.Options(sessions.Options{Path: "/", HttpOnly: true, Secure: true})
}

func gorillaSessions() {
	// ok: hardcoded-secret
	st := gsessions.NewCookieStore([]byte(os.Getenv("KEY")))
	// ruleid: insecure-cookie
	st.Options = &gsessions.Options{Path: "/", HttpOnly: false}
	// ok: insecure-cookie
	st.Options = &gsessions.Options{Path: "/", HttpOnly: true, Secure: true, SameSite: http.SameSiteStrictMode}
	// ruleid: hardcoded-secret
	st2 := gsessions.NewCookieStore([]byte("super-secret-key-123"))
	// ruleid: insecure-cookie
	st2.Options.HttpOnly = false
	// ruleid: insecure-cookie
	st2.Options.Secure = false
}

func echoCookies(c echo.Context, v string) {
	ck := new(http.Cookie)
	ck.Name = "session"
	ck.Value = v
	ck.HttpOnly = true
	ck.Secure = true
	// ok: insecure-cookie
	c.SetCookie(ck)
	// ruleid: insecure-cookie
	c.SetCookie(&http.Cookie{Name: "session", Value: v, Secure: true})
}

func fiberCookies(c *fiber.Ctx, v string) {
	// ruleid: insecure-cookie
	c.Cookie(&fiber.Cookie{Name: "session", Value: v})
	// ok: insecure-cookie
	c.Cookie(&fiber.Cookie{Name: "session", Value: v, Secure: true, HTTPOnly: true})
	// ruleid: insecure-cookie
	session.New(session.Config{CookieSecure: false, CookieHTTPOnly: false})
	// ok: insecure-cookie
	session.New(session.Config{CookieSecure: true, CookieHTTPOnly: true})
}

func corsHeaders(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	origin := r.Header.Get("Origin")
	if origin == "https://app.example.com" {
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Allow-Credentials", "true")
		return
	}
	// ok: cors
	w.Header().Set("Access-Control-Allow-Origin", "https://example.com")
}

func corsReflect(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func corsReflect2(w http.ResponseWriter, r *http.Request) {
	o := r.Header.Get("origin")
	if o != "" {
		// ruleid: cors
		w.Header().Add("Access-Control-Allow-Origin", o)
	}
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func corsNull(w http.ResponseWriter) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", "null")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

var trusted = map[string]bool{"https://a.example.com": true}

func corsListed(c *gin.Context) {
	o := c.GetHeader("Origin")
	if trusted[o] {
		// ok: cors
		c.Header("Access-Control-Allow-Origin", o)
		c.Header("Access-Control-Allow-Credentials", "true")
	}
}

func corsGinReflect(c *gin.Context) {
	// ruleid: cors
	c.Writer.Header().Set("Access-Control-Allow-Origin", c.Request.Header.Get("Origin"))
	c.Writer.Header().Set("Access-Control-Allow-Credentials", "true")
}

func middlewares(e *echo.Echo, app *fiber.App, g *gin.Engine) {
	// ruleid: cors
	rcors.New(rcors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
	// ok: cors
	rcors.New(rcors.Options{AllowedOrigins: []string{"https://example.com"}, AllowCredentials: true})
	// ruleid: cors
	rcors.New(rcors.Options{AllowOriginFunc: func(o string) bool { return true }, AllowCredentials: true})
	// ruleid: cors
	cors.Handler(cors.Options{AllowedOrigins: []string{"https://*", "http://*"}, AllowCredentials: true})
	// ruleid: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"*"}, AllowCredentials: true}))
	// ok: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"https://a.example"}, AllowCredentials: true}))
	// ruleid: cors
	app.Use(fcors.New(fcors.Config{AllowOrigins: "*", AllowCredentials: true}))
	// ok: cors
	app.Use(fcors.New(fcors.Config{AllowOrigins: "https://a.example", AllowCredentials: true}))
	// ruleid: cors
	g.Use(gcors.New(gcors.Config{AllowAllOrigins: true, AllowCredentials: true}))
	// ok: cors
	g.Use(gcors.New(gcors.Config{AllowOrigins: []string{"https://a.example"}, AllowCredentials: true}))
	// ruleid: cors
	handlers.CORS(handlers.AllowedOrigins([]string{"*"}), handlers.AllowCredentials())
	// ok: cors
	handlers.CORS(handlers.AllowedOrigins([]string{"https://a.example"}), handlers.AllowCredentials())
	// ruleid: cors
	g.Use(gcors.New(gcors.Config{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true}))
	// todoruleid: insecure-cookie
	csrf.Protect([]byte(os.Getenv("K")), csrf.Secure(false))
	// ok: csrf
	csrf.Protect([]byte(os.Getenv("K")))
	// ruleid: csrf
	_ = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}
	// ok: csrf
	_ = websocket.Upgrader{ReadBufferSize: 1024}
	// ok: csrf
	_ = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return r.Header.Get("Origin") == "https://a.example" }}
	// ok: csrf
	e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{CookieSecure: true, CookieHTTPOnly: true}))
}
