package example

import (
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

func servers(router *gin.Engine) {
	// ruleid: all-proxies-trusted
	router.SetTrustedProxies(nil)
	// ruleid: all-proxies-trusted
	router.SetTrustedProxies([]string{"10.0.0.5"})
	// ruleid: all-proxies-trusted
	fiber.New(fiber.Config{EnableTrustedProxyCheck: true, TrustedProxies: []string{"0.0.0.0/0"}})
	// ok: all-proxies-trusted
	router.SetTrustedProxies([]string{"10.0.0.0/8"})
	// ok: all-proxies-trusted
	router.SetTrustedProxies(nil)
	// ok: all-proxies-trusted
	fiber.New(fiber.Config{EnableTrustedProxyCheck: true, TrustedProxies: []string{"10.0.0.5"}})
}
