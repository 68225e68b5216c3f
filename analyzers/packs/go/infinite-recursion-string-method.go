package example

import "fmt"

type grade int

func (g grade) String() string {
	// ruleid: infinite-recursion-string-method
	return fmt.Sprintf("grade %v", g)
}

type refusal struct{ reason string }

func (r *refusal) Error() string {
	// ok: infinite-recursion-string-method
	return fmt.Sprint("refused: ", r.reason)
}

type amount int

func (a amount) String() string {
	// ok: infinite-recursion-string-method
	return fmt.Sprintf("%d pieces of %s", a, fmt.Sprint(int(a)))
}
