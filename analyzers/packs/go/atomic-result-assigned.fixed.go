package example

import "sync/atomic"

func count(seen int64, kept *uint32) int64 {
	// ruleid: atomic-result-assigned
	atomic.AddInt64(&seen, 1)
	// ruleid: atomic-result-assigned
	atomic.AddUint32(kept, 1)
	// ok: atomic-result-assigned
	atomic.AddInt64(&seen, 1)
	// ok: atomic-result-assigned
	now := atomic.AddInt64(&seen, 1)
	return now
}
