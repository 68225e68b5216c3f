package example

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func listen(stop chan os.Signal) {
	// ruleid: go-signal-never-caught
	signal.Notify(stop, os.Interrupt, os.Kill)
	// ruleid: go-signal-never-caught
	signal.NotifyContext(context.Background(), syscall.SIGKILL)
	// ok: go-signal-never-caught
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
}
