package example

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

type point struct {
	x, y int
}

// ruleid: copied-lock-receiver
func (c *counter) get() int {
	return c.n
}

// ruleid: copied-lock-receiver
func show(c *counter) {
	println(c.n)
}

// ok: copied-lock-receiver
func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

// ok: copied-lock-receiver
func (p point) sum() int {
	return p.x + p.y
}

// ok: copied-lock-receiver
func reset(c *counter) {
	c.n = 0
}

type queue struct {
	sync.RWMutex
	waiting []string
}

// ruleid: copied-lock-receiver
func (q *queue) first() string {
	return q.waiting[0]
}
