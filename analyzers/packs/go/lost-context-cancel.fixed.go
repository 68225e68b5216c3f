package example

import (
	"context"
	"time"
)

func work(parent context.Context) {
	// ruleid: lost-context-cancel
	a, cancel := context.WithTimeout(parent, time.Minute); defer cancel()
	// ruleid: lost-context-cancel
	b, cancel := context.WithCancel(parent); defer cancel()
	// ok: lost-context-cancel
	c, cancel := context.WithCancel(parent)
	defer cancel()
	use(a, b, c)
}
