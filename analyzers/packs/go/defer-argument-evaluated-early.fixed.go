package example

import (
	"log"
	"time"
)

func work() {
	start := time.Now()
	// ruleid: defer-argument-evaluated-early
	defer func() { log.Println("took", time.Since(start)) }()
	// ruleid: defer-argument-evaluated-early
	defer func() { log.Printf("took %.1f s", time.Since(start).Seconds()) }()
	// ok: defer-argument-evaluated-early
	defer func() { log.Println("took", time.Since(start)) }()
}
