package example

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func basic(w http.ResponseWriter, r *http.Request, want string) {
	user, secret, ok := r.BasicAuth()
	// ruleid: go-authentication-constant-password
	if !ok || user != "admin" || secret != "letmein" {
		return
	}
	// ok: go-authentication-constant-password
	if secret == "" {
		return
	}
	// ok: go-authentication-constant-password
	if secret != want {
		return
	}
}

func engine(e *gin.Engine, password string) {
	// ruleid: go-authentication-constant-password
	e.Use(gin.BasicAuth(gin.Accounts{"admin": "letmein"}))
	// ok: go-authentication-constant-password
	e.Use(gin.BasicAuth(gin.Accounts{"admin": password}))
}
