package example

import "sync"

func run(jobs []func()) {
	var group sync.WaitGroup
	for _, job := range jobs {
		go func(job func()) {
			// ruleid: waitgroup-add-in-goroutine
			group.Add(1)
			defer group.Done()
			job()
		}(job)
	}
	group.Wait()
}

func quiet(jobs []func()) {
	var group sync.WaitGroup
	for _, job := range jobs {
		// ok: waitgroup-add-in-goroutine
		group.Add(1)
		go func(job func()) {
			defer group.Done()
			job()
		}(job)
	}
	group.Wait()
}
