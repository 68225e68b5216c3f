package example

import (
	"os"
	"os/signal"
)

func wait() {
	// ruleid: unbuffered-signal-channel
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	<-interrupted
}

func waitWithRoom() {
	// ok: unbuffered-signal-channel
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	<-interrupted
}

func handOver() chan os.Signal {
	// ok: unbuffered-signal-channel
	relayed := make(chan os.Signal)
	return relayed
}
