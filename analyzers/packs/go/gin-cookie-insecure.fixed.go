package example

import "github.com/gin-gonic/gin"

func login(c *gin.Context, token string, secure bool) {
	// ruleid: gin-cookie-insecure
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ruleid: gin-cookie-insecure
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ok: gin-cookie-insecure
	c.SetCookie("session", token, 3600, "/", "example.com", true, true)
	// ok: gin-cookie-insecure
	c.SetCookie("session", token, 3600, "/", "example.com", secure, true)
	// ok: gin-cookie-insecure
	c.SetCookie("session", "", -1, "/", "example.com", false, false)
}
