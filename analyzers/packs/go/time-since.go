package example

import "time"

func elapsed(start time.Time) time.Duration {
	// ruleid: time-since
	a := time.Now().Sub(start)
	// ok: time-since
	b := time.Since(start)
	return a + b
}
