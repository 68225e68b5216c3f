package example

import (
	"net/http"

	"github.com/gin-contrib/cors"
	"github.com/gorilla/handlers"
)

func headers(w http.ResponseWriter, c *Context, config cors.Config) {
	// ruleid: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ruleid: go-cors-any-origin
	c.Header("access-control-allow-origin", "*")
	// ruleid: go-cors-any-origin
	w.Header().Add("Access-Control-Allow-Origin", "null")
	// ok: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	// ok: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Methods", "*")
	// ruleid: go-cors-any-origin
	config.AllowAllOrigins = true
	// ok: go-cors-any-origin
	config.AllowOrigins = []string{"https://app.example.com"}
	// ruleid: go-cors-any-origin
	use(cors.New(cors.Config{AllowOrigins: []string{"*"}}))
	// ruleid: go-cors-any-origin
	use(cors.Default())
	// ok: go-cors-any-origin
	use(cors.New(cors.Config{AllowOrigins: []string{"https://app.example.com"}}))
	// ruleid: go-cors-any-origin
	use(handlers.CORS(handlers.AllowedOrigins([]string{"*"})))
}
