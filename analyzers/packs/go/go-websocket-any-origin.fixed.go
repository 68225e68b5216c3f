package example

import (
	"net/http"

	"github.com/gorilla/websocket"
)

// ruleid: go-websocket-any-origin
var open = websocket.Upgrader{CheckOrigin: nil}

// ok: go-websocket-any-origin
var same = websocket.Upgrader{ReadBufferSize: 1024}

func upgrade(upgrader websocket.Upgrader) {
	// ruleid: go-websocket-any-origin
	upgrader.CheckOrigin = nil
	// ok: go-websocket-any-origin
	upgrader.CheckOrigin = func(r *http.Request) bool { return r.Header.Get("Origin") == "https://example.com" }
}
