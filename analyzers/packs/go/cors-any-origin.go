package example

import (
	"net/http"

	"github.com/gin-contrib/cors"
	"github.com/gorilla/handlers"
)

func headers(w http.ResponseWriter, c *Context, config cors.Config) {
	// ruleid: cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ruleid: cors-any-origin
	c.Header("access-control-allow-origin", "*")
	// ruleid: cors-any-origin
	w.Header().Add("Access-Control-Allow-Origin", "null")
	// ok: cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	// ok: cors-any-origin
	w.Header().Set("Access-Control-Allow-Methods", "*")
	// ruleid: cors-any-origin
	config.AllowAllOrigins = true
	// ok: cors-any-origin
	config.AllowOrigins = []string{"https://app.example.com"}
	// ruleid: cors-any-origin
	use(cors.New(cors.Config{AllowOrigins: []string{"*"}}))
	// ruleid: cors-any-origin
	use(cors.Default())
	// ok: cors-any-origin
	use(cors.New(cors.Config{AllowOrigins: []string{"https://app.example.com"}}))
	// ruleid: cors-any-origin
	use(handlers.CORS(handlers.AllowedOrigins([]string{"*"})))
}
