package example

import "context"

func run(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	// ruleid: lost-context-cancel-blank
	_ = cancel
	return ctx
}

func fine(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	// ok: lost-context-cancel-blank
	_ = ctx
}
