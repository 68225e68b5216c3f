package example

import "time"

func wait() {
	// ruleid: duration-without-unit
	time.Sleep(10)
	// ruleid: duration-without-unit
	time.After(500)
	// ok: duration-without-unit
	time.Sleep(10 * time.Second)
	// ok: duration-without-unit
	time.Sleep(0)
}

func atOnce() *time.Timer {
	// ok: duration-without-unit
	return time.NewTimer(1)
}
