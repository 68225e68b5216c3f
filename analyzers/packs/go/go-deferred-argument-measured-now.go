package example

import (
	"log"
	"time"
)

func work() {
	start := time.Now()
	// ruleid: go-deferred-argument-measured-now
	defer log.Println("took", time.Since(start))
	// ruleid: go-deferred-argument-measured-now
	defer log.Printf("took %.1f s", time.Since(start).Seconds())
	// ok: go-deferred-argument-measured-now
	defer func() { log.Println("took", time.Since(start)) }()
}
