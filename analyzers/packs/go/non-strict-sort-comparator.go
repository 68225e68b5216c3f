package example

import "sort"

type user struct{ age int }

type byAge []user

func (b byAge) Len() int      { return len(b) }
func (b byAge) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

// ruleid: non-strict-sort-comparator
func (b byAge) Less(i, j int) bool { return b[i].age <= b[j].age }

func order(users []user) {
	// ruleid: non-strict-sort-comparator
	sort.Slice(users, func(i, j int) bool { return users[i].age >= users[j].age })
	// ruleid: non-strict-sort-comparator
	sort.SliceStable(users, func(a, b int) bool {
		return users[a].age <= users[b].age
	})
	// ok: non-strict-sort-comparator
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[j].age })
	// ok: non-strict-sort-comparator
	sort.Search(len(users), func(i int) bool { return users[i].age >= 18 })
}
