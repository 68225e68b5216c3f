package access

import (
	"crypto/subtle"
	"fmt"
	"net/http"
	"os"

	"github.com/go-ldap/ldap/v3"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/ssh"
)

func Basic(w http.ResponseWriter, r *http.Request) {
	user, password, ok := r.BasicAuth()
	// ruleid: authentication
	if !ok || user != "admin" || password != "letmein" {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func BasicFromEnvironment(w http.ResponseWriter, r *http.Request) {
	_, password, ok := r.BasicAuth()
	want := os.Getenv("ADMIN_PASSWORD")
	// ok: authentication
	if !ok || subtle.ConstantTimeCompare([]byte(password), []byte(want)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func Plain(stored, password string) error {
	// ok: authentication
	return bcrypt.CompareHashAndPassword([]byte(stored), []byte(password))
}

func GinBasic(engine *gin.Engine) {
	// ruleid: authentication
	engine.Use(gin.BasicAuth(gin.Accounts{"admin": "letmein"}))
	// ok: authentication
	engine.Use(gin.BasicAuth(gin.Accounts{"admin": os.Getenv("ADMIN_PASSWORD")}))
}

func EchoBasic(e *echo.Echo) {
	// ruleid: authentication
	e.Use(middleware.BasicAuth(func(user, password string, c echo.Context) (bool, error) { return true, nil }))
}

func Server() *ssh.ServerConfig {
	// ruleid: authentication
	return &ssh.ServerConfig{NoClientAuth: true}
}

func ServerChecked(check func(ssh.ConnMetadata, []byte) (*ssh.Permissions, error)) *ssh.ServerConfig {
	// ok: authentication
	return &ssh.ServerConfig{PasswordCallback: check}
}

func ServerAnyPassword() *ssh.ServerConfig {
	return &ssh.ServerConfig{
		// ruleid: authentication
		PasswordCallback: func(c ssh.ConnMetadata, password []byte) (*ssh.Permissions, error) {
			return nil, nil
		},
	}
}

func Anonymous(conn *ldap.Conn) error {
	// ruleid: authentication
	return conn.UnauthenticatedBind("cn=reader")
}

func EmptyPassword(conn *ldap.Conn) error {
	// ruleid: authentication
	return conn.Bind("cn=reader,dc=example,dc=com", "")
}

func Bound(conn *ldap.Conn, password string) error {
	// ok: authentication
	return conn.Bind("cn=reader,dc=example,dc=com", password)
}

func Login(w http.ResponseWriter, r *http.Request, store sessions.Store) {
	session, _ := store.Get(r, "session")
	// ruleid: authentication
	session.ID = r.FormValue("session")
	session.Values["user"] = 1
	fmt.Println(session.Save(r, w))
}
