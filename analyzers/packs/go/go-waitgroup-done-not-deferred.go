package example

import "sync"

func run(group *sync.WaitGroup, ready bool) {
	// ruleid: go-waitgroup-done-not-deferred
	go func() {
		if !ready {
			return
		}
		group.Done()
	}()
	// ok: go-waitgroup-done-not-deferred
	go func() {
		defer group.Done()
		if !ready {
			return
		}
	}()
}
