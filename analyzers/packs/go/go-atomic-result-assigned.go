package example

import "sync/atomic"

func count(seen int64, kept *uint32) int64 {
	// ruleid: go-atomic-result-assigned
	seen = atomic.AddInt64(&seen, 1)
	// ruleid: go-atomic-result-assigned
	*kept = atomic.AddUint32(kept, 1)
	// ok: go-atomic-result-assigned
	atomic.AddInt64(&seen, 1)
	// ok: go-atomic-result-assigned
	now := atomic.AddInt64(&seen, 1)
	return now
}
