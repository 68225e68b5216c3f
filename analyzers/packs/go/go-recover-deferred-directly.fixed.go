package example

import "log"

func bad() {
	// ruleid: go-recover-deferred-directly
	defer func() { _ = recover() }()
}

func good() {
	defer func() {
		// ok: go-recover-deferred-directly
		if reason := recover(); reason != nil {
			log.Print(reason)
		}
	}()
}
