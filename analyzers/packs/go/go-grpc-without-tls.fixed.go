package example

import (
	"crypto/tls"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func connect(address string, secure credentials.TransportCredentials, options []grpc.ServerOption) {
	// ruleid: go-grpc-without-tls
	grpc.Dial(address, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
	// ruleid: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
	// ok: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(secure))
	// ruleid: go-grpc-without-tls
	grpc.NewServer()
	// ok: go-grpc-without-tls
	grpc.NewServer(grpc.Creds(secure))
	// ok: go-grpc-without-tls
	grpc.NewServer(options...)
}
