package example

import (
	"context"
	"time"
)

func limited() (context.Context, context.CancelFunc) {
	// ruleid: nil-parent-context
	ctx, cancel := context.WithTimeout(context.TODO(), time.Second)
	cancel()
	// ok: nil-parent-context
	ctx, cancel = context.WithTimeout(context.Background(), time.Second)
	return ctx, cancel
}
