package example

import (
	"context"
	"time"
)

func limited() (context.Context, context.CancelFunc) {
	// ruleid: go-context-from-nil
	ctx, cancel := context.WithTimeout(nil, time.Second)
	cancel()
	// ok: go-context-from-nil
	ctx, cancel = context.WithTimeout(context.Background(), time.Second)
	return ctx, cancel
}
