package example

import (
	"context"
	"sync"
)

func run(group *sync.WaitGroup, ready bool) {
	// ruleid: waitgroup-done-not-deferred
	go func() {
		if !ready {
			return
		}
		group.Done()
	}()
	// ok: waitgroup-done-not-deferred
	go func() {
		defer group.Done()
		if !ready {
			return
		}
	}()
}

func announced(ready bool) {
	var group sync.WaitGroup
	group.Add(1)
	// ruleid: waitgroup-done-not-deferred
	go func() {
		if !ready {
			return
		}
		group.Done()
	}()
	group.Wait()
}

func ended(ctx context.Context, out chan<- int, ready bool) {
	// ok: waitgroup-done-not-deferred
	go func() {
		defer close(out)
		if !ready {
			return
		}
		select {
		case <-ctx.Done():
		case out <- 1:
		}
	}()
}
