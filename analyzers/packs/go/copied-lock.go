package example

import "sync"

// ruleid: copied-lock
func bad(group sync.WaitGroup) {
	group.Done()
}

// ruleid: copied-lock
func lock(name string, m sync.Mutex) {
	m.Lock()
}

// ok: copied-lock
func good(group *sync.WaitGroup) {
	group.Done()
}
