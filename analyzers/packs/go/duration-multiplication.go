package example

import "time"

func wait(timeout time.Duration, seconds int) {
	// ruleid: duration-multiplication
	time.Sleep(timeout * time.Second)
	// ok: duration-multiplication
	time.Sleep(timeout)
	// ok: duration-multiplication
	time.Sleep(time.Duration(seconds) * time.Second)
}
