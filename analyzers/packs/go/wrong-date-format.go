package example

import "time"

func show(t time.Time) {
	// ruleid: wrong-date-format
	t.Format("YYYY-MM-DD")
	// ruleid: wrong-date-format
	time.Parse("2006-02-01", "2024-12-24")
	// ok: wrong-date-format
	t.Format("2006-01-02 15:04:05")
	// ok: wrong-date-format
	time.Parse(time.RFC3339, "x")
}
