package example

import (
	"context"
	"time"
)

func work(parent context.Context) {
	// ruleid: go-context-cancel-discarded
	a, _ := context.WithTimeout(parent, time.Minute)
	// ruleid: go-context-cancel-discarded
	b, _ := context.WithCancel(parent)
	// ok: go-context-cancel-discarded
	c, cancel := context.WithCancel(parent)
	defer cancel()
	use(a, b, c)
}
