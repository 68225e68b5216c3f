package example

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func listen(stop chan os.Signal) {
	// ruleid: uncatchable-signal
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	// ruleid: uncatchable-signal
	signal.NotifyContext(context.Background(), syscall.SIGTERM)
	// ok: uncatchable-signal
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
}
