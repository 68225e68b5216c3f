package example

import "github.com/gin-gonic/gin"

func login(c *gin.Context, token string, secure bool) {
	// ruleid: insecure-cookie-gin
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ruleid: insecure-cookie-gin
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ok: insecure-cookie-gin
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ok: insecure-cookie-gin
	c.SetCookie("session", token, 3600, "/", "example.com", secure, true)
	// ok: insecure-cookie-gin
	c.SetCookie("session", "", -1, "/", "example.com", false, false)
}
