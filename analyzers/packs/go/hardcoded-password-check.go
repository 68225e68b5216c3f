package example

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func basic(w http.ResponseWriter, r *http.Request, want string) {
	user, secret, ok := r.BasicAuth()
	// ruleid: hardcoded-password-check
	if !ok || user != "admin" || secret != "letmein" {
		return
	}
	// ok: hardcoded-password-check
	if secret == "" {
		return
	}
	// ok: hardcoded-password-check
	if secret != want {
		return
	}
}

func engine(e *gin.Engine, password string) {
	// ruleid: hardcoded-password-check
	e.Use(gin.BasicAuth(gin.Accounts{"admin": "letmein"}))
	// ok: hardcoded-password-check
	e.Use(gin.BasicAuth(gin.Accounts{"admin": password}))
}
