package example

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func connect(address string, secure credentials.TransportCredentials, options []grpc.ServerOption) {
	// ruleid: grpc-without-tls
	grpc.Dial(address, grpc.WithInsecure())
	// ruleid: grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	// ok: grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(secure))
	// ruleid: grpc-without-tls
	grpc.NewServer()
	// ok: grpc-without-tls
	grpc.NewServer(grpc.Creds(secure))
	// ok: grpc-without-tls
	grpc.NewServer(options...)
}

func own(ctx context.Context, dial func(context.Context, string) (net.Conn, error)) {
	// ok: grpc-without-tls
	grpc.DialContext(ctx, "buildkit", grpc.WithInsecure(), grpc.WithContextDialer(dial))
	// ok: grpc-without-tls
	grpc.NewClient("unix:///run/app.sock", grpc.WithTransportCredentials(insecure.NewCredentials()))
}

func asked(plaintext bool, secure credentials.TransportCredentials) []grpc.DialOption {
	var options []grpc.DialOption
	if plaintext {
		// ok: grpc-without-tls
		options = append(options, grpc.WithInsecure())
	}
	if secure != nil {
		options = append(options, grpc.WithTransportCredentials(secure))
	} else {
		// ok: grpc-without-tls
		options = append(options, grpc.WithInsecure())
	}
	// ruleid: grpc-without-tls
	return append(options, grpc.WithInsecure())
}
