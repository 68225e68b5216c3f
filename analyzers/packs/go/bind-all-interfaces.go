package example

import (
	"crypto/tls"
	"net"
)

func listen(address string) {
	// ruleid: bind-all-interfaces
	net.Listen("tcp", "0.0.0.0:9000")
	// ruleid: bind-all-interfaces
	net.Listen("tcp", ":9000")
	// ruleid: bind-all-interfaces
	tls.Listen("tcp", "[::]:9000", nil)
	// ok: bind-all-interfaces
	net.Listen("tcp", "127.0.0.1:9000")
	// ok: bind-all-interfaces
	net.Listen("tcp", "localhost:0")
	// ok: bind-all-interfaces
	net.Listen("tcp", ":0")
	// ok: bind-all-interfaces
	net.Listen("tcp", address)
}

func frameworks(router *gin.Engine, app *fiber.App) {
	// ruleid: bind-all-interfaces
	router.Run("0.0.0.0:8080")
	// ruleid: bind-all-interfaces
	app.Listen("[::]:3000")
	// ok: bind-all-interfaces
	router.Run(":8080")
	// ok: bind-all-interfaces
	app.Listen("127.0.0.1:3000")
}
