package example

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func answer(w http.ResponseWriter) {
	// ruleid: security-header-weakened
	w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src * 'unsafe-inline'")
	// ruleid: security-header-weakened
	w.Header().Add("content-security-policy", "script-src 'self' 'unsafe-eval'")
	// ruleid: security-header-weakened
	w.Header().Set("Strict-Transport-Security", "max-age=31536000")
	// ruleid: security-header-weakened
	w.Header().Set("X-Frame-Options", "ALLOWALL")
	// ok: security-header-weakened
	w.Header().Set("X-Frame-Options", "SAMEORIGIN")
	// ok: security-header-weakened
	w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src *; style-src 'self' 'unsafe-inline'")
	// ok: security-header-weakened
	w.Header().Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
	// ok: security-header-weakened
	w.Header().Set("X-XSS-Protection", "0")
}

func frameworks(c *gin.Context, e echo.Context, f *fiber.Ctx) {
	// ruleid: security-header-weakened
	c.Header("X-Frame-Options", "ALLOW-FROM *")
	// ruleid: security-header-weakened
	e.Response().Header().Set(echo.HeaderXFrameOptions, "ALLOWALL")
	// ruleid: security-header-weakened
	f.Set(fiber.HeaderReferrerPolicy, "unsafe-url")
	// ruleid: security-header-weakened
	f.Set("X-Permitted-Cross-Domain-Policies", "all")
	// ok: security-header-weakened
	c.Header("X-Content-Type-Options", "nosniff")
	// ok: security-header-weakened
	f.Set("Referrer-Policy", "no-referrer")
}

func options() {
	// ruleid: security-header-weakened
	_ = middleware.SecureConfig{XFrameOptions: "", ContentTypeNosniff: "", HSTSMaxAge: 3600}
	// ruleid: security-header-weakened
	_ = secure.Options{IsDevelopment: true}
	// ok: security-header-weakened
	_ = secure.Options{FrameDeny: true, ContentTypeNosniff: true}
}
