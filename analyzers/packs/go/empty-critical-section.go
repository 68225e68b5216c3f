package example

import "sync"

type counter struct {
	mutex sync.RWMutex
	seen  int
}

func (c *counter) add() {
	// ruleid: empty-critical-section
	c.mutex.Lock()
	c.mutex.Unlock()
	c.seen++
}

func (c *counter) read() int {
	// ok: empty-critical-section
	c.mutex.RLock()
	defer c.mutex.RUnlock()
	return c.seen
}
