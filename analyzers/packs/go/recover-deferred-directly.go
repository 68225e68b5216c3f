package example

import "log"

func bad() {
	// ruleid: recover-deferred-directly
	defer recover()
}

func good() {
	defer func() {
		// ok: recover-deferred-directly
		if reason := recover(); reason != nil {
			log.Print(reason)
		}
	}()
}
