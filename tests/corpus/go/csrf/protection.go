package forms

import (
	"net/http"
	"os"

	"github.com/gorilla/csrf"
	"github.com/gorilla/mux"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	nhooyr "nhooyr.io/websocket"
)

func HardCoded(router *mux.Router) http.Handler {
	// ruleid: csrf
	protect := csrf.Protect([]byte("32-byte-long-auth-key"))
	return protect(router)
}

func FromEnvironment(router *mux.Router) http.Handler {
	// ok: csrf
	protect := csrf.Protect([]byte(os.Getenv("CSRF_KEY")))
	return protect(router)
}

func NotSecure(router *mux.Router, key []byte) http.Handler {
	// ruleid: csrf
	return csrf.Protect(key, csrf.Secure(false))(router)
}

func Secure(router *mux.Router, key []byte) http.Handler {
	// ok: csrf
	return csrf.Protect(key, csrf.Secure(true))(router)
}

func Skip(r *http.Request) *http.Request {
	// ruleid: csrf
	return csrf.UnsafeSkipCheck(r)
}

// ruleid: csrf
var anyOrigin = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}

// ok: csrf
var sameOrigin = websocket.Upgrader{ReadBufferSize: 1024, WriteBufferSize: 1024}

var checked = websocket.Upgrader{
	// ok: csrf
	CheckOrigin: func(r *http.Request) bool {
		return r.Header.Get("Origin") == "https://example.com"
	},
}

func Upgrade(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{}
	// ruleid: csrf
	upgrader.CheckOrigin = func(r *http.Request) bool { return true }
	upgrader.Upgrade(w, r, nil)
}

func UpgradeChecked(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{}
	// ok: csrf
	upgrader.CheckOrigin = func(r *http.Request) bool { return r.Host == "example.com" }
	upgrader.Upgrade(w, r, nil)
}

func Nhooyr(w http.ResponseWriter, r *http.Request) {
	// ruleid: csrf
	nhooyr.Accept(w, r, &nhooyr.AcceptOptions{InsecureSkipVerify: true})
	// ruleid: csrf
	nhooyr.Accept(w, r, &nhooyr.AcceptOptions{OriginPatterns: []string{"*"}})
	// ok: csrf
	nhooyr.Accept(w, r, &nhooyr.AcceptOptions{OriginPatterns: []string{"example.com"}})
}

func Echo(e *echo.Echo) {
	// ok: csrf
	e.Use(middleware.CSRF())
	// ruleid: csrf
	e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{Skipper: func(c echo.Context) bool { return true }}))
	// ok: csrf
	e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{TokenLookup: "header:X-CSRF-Token"}))
}
