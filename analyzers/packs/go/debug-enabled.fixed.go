package example

import (
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func start(e *echo.Echo, mode string) {
	// ruleid: debug-enabled
	gin.SetMode(gin.ReleaseMode)
	// ok: debug-enabled
	gin.SetMode(gin.ReleaseMode)
	// ok: debug-enabled
	gin.SetMode(mode)
	// ok: debug-enabled
	e.HideBanner = true
}
