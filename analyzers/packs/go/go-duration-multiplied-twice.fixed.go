package example

import "time"

func wait(timeout time.Duration, seconds int) {
	// ruleid: go-duration-multiplied-twice
	time.Sleep(timeout)
	// ok: go-duration-multiplied-twice
	time.Sleep(timeout)
	// ok: go-duration-multiplied-twice
	time.Sleep(time.Duration(seconds) * time.Second)
}
