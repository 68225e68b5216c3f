package example

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func listen(stop chan os.Signal) {
	// ruleid: uncatchable-signal
	signal.Notify(stop, os.Interrupt, os.Kill)
	// ruleid: uncatchable-signal
	signal.NotifyContext(context.Background(), syscall.SIGKILL)
	// ok: uncatchable-signal
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
}
