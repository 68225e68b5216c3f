package example

import "slices"

func paths(names []string) (all [][]string) {
	prefix := make([]string, 0, 10)
	for _, name := range names {
		// ruleid: append-to-other-variable
		path := append(slices.Clone(prefix), name)
		// ok: append-to-other-variable
		all = append(all, path)
	}
	return all
}
