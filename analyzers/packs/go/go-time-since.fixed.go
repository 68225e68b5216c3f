package example

import "time"

func elapsed(start time.Time) time.Duration {
	// ruleid: go-time-since
	a := time.Since(start)
	// ok: go-time-since
	b := time.Since(start)
	return a + b
}
