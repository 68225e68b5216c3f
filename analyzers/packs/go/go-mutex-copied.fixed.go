package example

import "sync"

// ruleid: go-mutex-copied
func bad(group *sync.WaitGroup) {
	group.Done()
}

// ruleid: go-mutex-copied
func lock(name string, m *sync.Mutex) {
	m.Lock()
}

// ok: go-mutex-copied
func good(group *sync.WaitGroup) {
	group.Done()
}
