package origins

import (
	"net/http"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/rs/cors"
)

func Any(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", "*")
}

func Fixed(w http.ResponseWriter, r *http.Request) {
	// ok: cors
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
}

func Reflected(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func ReflectedVariable(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	// ruleid: cors
	w.Header().Add("Access-Control-Allow-Origin", origin)
}

var allowed = map[string]bool{"https://app.example.com": true}

func Checked(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if allowed[origin] {
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
}

func Compared(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin == "https://app.example.com" {
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
}

func Null(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", "null")
}

func RS() *cors.Cors {
	// ruleid: cors
	c := cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
	// ok: cors
	c = cors.New(cors.Options{AllowedOrigins: []string{"https://example.com"}, AllowCredentials: true})
	// ruleid: cors
	c = cors.AllowAll()
	// ruleid: cors
	c = cors.New(cors.Options{
		AllowOriginFunc:  func(origin string) bool { return true },
		AllowCredentials: true,
	})
	// ok: cors
	c = cors.New(cors.Options{
		AllowOriginFunc:  func(origin string) bool { return origin == "https://example.com" },
		AllowCredentials: true,
	})
	return c
}

func Gin(engine *gin.Engine) {
	// ruleid: cors
	engine.Use(gincors.Default())
	// ruleid: cors
	engine.Use(gincors.New(gincors.Config{AllowAllOrigins: true}))
	// ok: cors
	engine.Use(gincors.New(gincors.Config{AllowOrigins: []string{"https://example.com"}}))
	config := gincors.DefaultConfig()
	// ruleid: cors
	config.AllowAllOrigins = true
	// ok: cors
	config.AllowOrigins = []string{"https://example.com"}
	engine.Use(gincors.New(config))
	// ruleid: cors
	engine.Use(gincors.New(gincors.Config{AllowOrigins: []string{"*"}}))
}

func GinHeader(c *gin.Context) {
	// ruleid: cors
	c.Header("Access-Control-Allow-Origin", "*")
	// ruleid: cors
	c.Writer.Header().Set("Access-Control-Allow-Origin", c.Request.Header.Get("Origin"))
	// ok: cors
	c.Header("Access-Control-Allow-Origin", "https://example.com")
}

func Echo(e *echo.Echo) {
	// ruleid: cors
	e.Use(middleware.CORS())
	// ruleid: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"*"}}))
	// ok: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"https://example.com"}}))
}

func Gorilla(next http.Handler) http.Handler {
	// ruleid: cors
	next = handlers.CORS(handlers.AllowedOrigins([]string{"*"}))(next)
	// ok: cors
	return handlers.CORS(handlers.AllowedOrigins([]string{"https://example.com"}))(next)
}

func Fiber(app *fiber.App) {
	// ruleid: cors
	app.Use(fibercors.New(fibercors.Config{AllowOrigins: "*", AllowCredentials: true}))
	// ok: cors
	app.Use(fibercors.New(fibercors.Config{AllowOrigins: "https://example.com"}))
}
