package example

import "time"

func wait() {
	// ruleid: go-duration-without-unit
	time.Sleep(10)
	// ruleid: go-duration-without-unit
	time.After(500)
	// ok: go-duration-without-unit
	time.Sleep(10 * time.Second)
	// ok: go-duration-without-unit
	time.Sleep(0)
}

func atOnce() *time.Timer {
	// ok: go-duration-without-unit
	return time.NewTimer(1)
}
