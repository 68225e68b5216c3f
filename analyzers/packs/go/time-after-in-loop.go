package example

import "time"

func bad(messages chan int) {
	for {
		select {
		case m := <-messages:
			handle(m)
		// ruleid: time-after-in-loop
		case <-time.After(time.Minute):
			return
		}
	}
}

func good(messages chan int) {
	select {
	case m := <-messages:
		handle(m)
	// ok: time-after-in-loop
	case <-time.After(time.Minute):
		return
	}
}
