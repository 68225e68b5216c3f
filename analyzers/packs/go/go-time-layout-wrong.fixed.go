package example

import "time"

func show(t time.Time) {
	// ruleid: go-time-layout-wrong
	t.Format("2006-01-02")
	// ruleid: go-time-layout-wrong
	time.Parse("2006-02-01", "2024-12-24")
	// ok: go-time-layout-wrong
	t.Format("2006-01-02 15:04:05")
	// ok: go-time-layout-wrong
	time.Parse(time.RFC3339, "x")
}
