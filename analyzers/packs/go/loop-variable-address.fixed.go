package example

func collect(items []Item) []*Item {
	var list []*Item
	for _, item := range items {
		// ruleid: loop-variable-address
		item := item
		list = append(list, &item)
	}
	for i := range items {
		// ok: loop-variable-address
		list = append(list, &items[i])
	}
	for _, item := range items {
		item := item
		// ok: loop-variable-address
		list = append(list, &item)
	}
	return list
}
