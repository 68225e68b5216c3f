package example

import (
	"context"
	"time"
)

func work(parent context.Context) {
	// ruleid: go-context-cancel-discarded
	a, cancel := context.WithTimeout(parent, time.Minute); defer cancel()
	// ruleid: go-context-cancel-discarded
	b, cancel := context.WithCancel(parent); defer cancel()
	// ok: go-context-cancel-discarded
	c, cancel := context.WithCancel(parent)
	defer cancel()
	use(a, b, c)
}
