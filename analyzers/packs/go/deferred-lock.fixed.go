package example

import "sync"

func bad(m *sync.Mutex) {
	m.Lock()
	// ruleid: deferred-lock
	defer m.Unlock()
}

func good(m *sync.Mutex) {
	m.Lock()
	// ok: deferred-lock
	defer m.Unlock()
}
