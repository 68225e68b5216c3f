package example

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func panel(w http.ResponseWriter, r *http.Request, user User) {
	// ruleid: role-from-request
	if r.Header.Get("X-Role") == "admin" {
		remove(w, r)
	}
	// ruleid: role-from-request
	if r.URL.Query().Get("is_admin") == "true" || user.Admin {
		remove(w, r)
	}
	cookie, err := r.Cookie("admin")
	// ruleid: role-from-request
	if err == nil && cookie.Value == "1" {
		remove(w, r)
	}
	if role, err := r.Cookie("role"); err == nil {
		// ruleid: role-from-request
		if role.Value == "admin" {
			remove(w, r)
		}
	}
	// ok: role-from-request
	if user.Role == "admin" {
		remove(w, r)
	}
	theme, err := r.Cookie("theme")
	// ok: role-from-request
	if err == nil && theme.Value == "1" {
		darken(w)
	}
	// ok: role-from-request
	if r.FormValue("role") == "" {
		list(w)
	}
	// ok: role-from-request
	if r.FormValue("action") == "admin" {
		list(w)
	}
}

func group(c *gin.Context) {
	// ruleid: role-from-request
	if c.GetHeader("X-Admin") == "true" {
		c.Next()
	}
	// ok: role-from-request
	if c.GetString("role") == "admin" {
		c.Next()
	}
}

func addresses(r *http.Request) bool {
	// ruleid: role-from-request
	if r.Header.Get("X-Forwarded-For") == "127.0.0.1" {
		return true
	}
	// ruleid: role-from-request
	if strings.HasPrefix(r.Header.Get("X-Real-IP"), "10.") {
		return true
	}
	// ok: role-from-request
	return r.Header.Get("X-Forwarded-For") == ""
}
