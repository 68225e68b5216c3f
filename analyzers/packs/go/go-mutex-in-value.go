package example

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

type point struct {
	x, y int
}

// ruleid: go-mutex-in-value
func (c counter) get() int {
	return c.n
}

// ruleid: go-mutex-in-value
func show(c counter) {
	println(c.n)
}

// ok: go-mutex-in-value
func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

// ok: go-mutex-in-value
func (p point) sum() int {
	return p.x + p.y
}

// ok: go-mutex-in-value
func reset(c *counter) {
	c.n = 0
}

type queue struct {
	sync.RWMutex
	waiting []string
}

// ruleid: go-mutex-in-value
func (q queue) first() string {
	return q.waiting[0]
}
