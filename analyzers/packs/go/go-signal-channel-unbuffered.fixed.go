package example

import (
	"os"
	"os/signal"
)

func wait() {
	// ruleid: go-signal-channel-unbuffered
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	<-interrupted
}

func waitWithRoom() {
	// ok: go-signal-channel-unbuffered
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	<-interrupted
}

func handOver() chan os.Signal {
	// ok: go-signal-channel-unbuffered
	relayed := make(chan os.Signal)
	return relayed
}
