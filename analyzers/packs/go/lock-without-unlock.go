package example

import "sync"

func bad(m *sync.Mutex, cache []int) {
	// ruleid: lock-without-unlock
	m.Lock()
	if cache == nil {
		return
	}
	use(cache)
	m.Unlock()
}

func good(m *sync.Mutex, cache []int) {
	// ok: lock-without-unlock
	m.Lock()
	defer m.Unlock()
	if cache == nil {
		return
	}
	use(cache)
}

func before(m *sync.Mutex, cache []int) {
	// ok: lock-without-unlock
	m.Lock()
	if cache == nil {
		m.Unlock()
		return
	}
	use(cache)
	m.Unlock()
}
