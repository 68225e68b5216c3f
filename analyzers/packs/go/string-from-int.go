package example

import "fmt"

func names(items []string) []string {
	var result []string
	for i := 0; i < len(items); i++ {
		// ruleid: string-from-int
		result = append(result, "item"+string(i))
	}
	// ruleid: string-from-int
	return append(result, string(len(items)))
}

func quiet(items []string, data []byte, r rune) []string {
	var result []string
	for i := 0; i < len(items); i++ {
		// ok: string-from-int
		result = append(result, fmt.Sprint(i), string(items[i]))
	}
	for c := 'a'; c <= 'z'; c++ {
		// ok: string-from-int
		result = append(result, string(c))
	}
	// ok: string-from-int
	return append(result, string(data), string(r))
}
