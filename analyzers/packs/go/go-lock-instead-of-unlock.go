package example

import "sync"

func bad(m *sync.Mutex) {
	m.Lock()
	// ruleid: go-lock-instead-of-unlock
	defer m.Lock()
}

func good(m *sync.Mutex) {
	m.Lock()
	// ok: go-lock-instead-of-unlock
	defer m.Unlock()
}
