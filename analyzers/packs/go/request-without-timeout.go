package prices

import (
	"context"
	"net/http"
	"time"
)

func fetch(ctx context.Context, address string) error {
	// ruleid: request-without-timeout
	first, err := http.Get(address)
	// ruleid: request-without-timeout
	second, err := http.Post(address, "text/plain", nil)
	// ruleid: request-without-timeout
	third, err := http.DefaultClient.Head(address)
	client := &http.Client{Timeout: 10 * time.Second}
	// ok: request-without-timeout
	fourth, err := client.Get(address)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	// ok: request-without-timeout
	fifth, err := http.DefaultClient.Do(request)
	use(first, second, third, fourth, fifth)
	return err
}
