package example

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func connect(address string, secure credentials.TransportCredentials, options []grpc.ServerOption) {
	// ruleid: go-grpc-without-tls
	grpc.Dial(address, grpc.WithInsecure())
	// ruleid: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	// ok: go-grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(secure))
	// ruleid: go-grpc-without-tls
	grpc.NewServer()
	// ok: go-grpc-without-tls
	grpc.NewServer(grpc.Creds(secure))
	// ok: go-grpc-without-tls
	grpc.NewServer(options...)
}
