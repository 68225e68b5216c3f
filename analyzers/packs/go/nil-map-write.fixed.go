package example

func bad() map[string]int {
	// ruleid: nil-map-write
	counts := make(map[string]int)
	counts["a"] = 1
	return counts
}

func read(data []byte) map[string]any {
	// ok: nil-map-write
	var settings map[string]any
	_ = json.Unmarshal(data, &settings)
	settings["a"] = 1
	return settings
}

func good() map[string]int {
	// ok: nil-map-write
	counts := make(map[string]int)
	counts["a"] = 1
	// ok: nil-map-write
	var later map[string]int
	later = make(map[string]int)
	later["a"] = 1
	return later
}
