package example

import (
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

func servers(router *gin.Engine) {
	// ruleid: go-every-proxy-trusted
	router.SetTrustedProxies(nil)
	// ruleid: go-every-proxy-trusted
	router.SetTrustedProxies([]string{"10.0.0.5"})
	// ruleid: go-every-proxy-trusted
	fiber.New(fiber.Config{EnableTrustedProxyCheck: true, TrustedProxies: []string{"0.0.0.0/0"}})
	// ok: go-every-proxy-trusted
	router.SetTrustedProxies([]string{"10.0.0.0/8"})
	// ok: go-every-proxy-trusted
	router.SetTrustedProxies(nil)
	// ok: go-every-proxy-trusted
	fiber.New(fiber.Config{EnableTrustedProxyCheck: true, TrustedProxies: []string{"10.0.0.5"}})
}
