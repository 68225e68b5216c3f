package example

import "sort"

type user struct{ age int }

type byAge []user

func (b byAge) Len() int      { return len(b) }
func (b byAge) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

// ruleid: go-sort-not-strict
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }

func order(users []user) {
	// ruleid: go-sort-not-strict
	sort.Slice(users, func(i, j int) bool { return users[i].age > users[j].age })
	// ruleid: go-sort-not-strict
	sort.SliceStable(users, func(a, b int) bool {
		return users[a].age < users[b].age
	})
	// ok: go-sort-not-strict
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[j].age })
	// ok: go-sort-not-strict
	sort.Search(len(users), func(i int) bool { return users[i].age >= 18 })
}
