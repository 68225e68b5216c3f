package example

import (
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func start(e *echo.Echo, mode string) {
	// ruleid: go-debug-mode
	gin.SetMode(gin.ReleaseMode)
	// ok: go-debug-mode
	gin.SetMode(gin.ReleaseMode)
	// ok: go-debug-mode
	gin.SetMode(mode)
	// ok: go-debug-mode
	e.HideBanner = true
}
