package example

import (
	"net/http"

	"github.com/gorilla/websocket"
)

// ruleid: websocket-any-origin
var open = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}

// ok: websocket-any-origin
var same = websocket.Upgrader{ReadBufferSize: 1024}

func upgrade(upgrader websocket.Upgrader) {
	// ruleid: websocket-any-origin
	upgrader.CheckOrigin = func(r *http.Request) bool { return true }
	// ok: websocket-any-origin
	upgrader.CheckOrigin = func(r *http.Request) bool { return r.Header.Get("Origin") == "https://example.com" }
}
