package example

import "slices"

func paths(names []string) (all [][]string) {
	prefix := make([]string, 0, 10)
	for _, name := range names {
		// ruleid: go-append-to-another
		path := append(slices.Clone(prefix), name)
		// ok: go-append-to-another
		all = append(all, path)
	}
	return all
}
