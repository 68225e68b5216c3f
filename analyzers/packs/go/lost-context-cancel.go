package example

import (
	"context"
	"time"
)

func work(parent context.Context) {
	// ruleid: lost-context-cancel
	a, _ := context.WithTimeout(parent, time.Minute)
	// ruleid: lost-context-cancel
	b, _ := context.WithCancel(parent)
	// ok: lost-context-cancel
	c, cancel := context.WithCancel(parent)
	defer cancel()
	use(a, b, c)
}
