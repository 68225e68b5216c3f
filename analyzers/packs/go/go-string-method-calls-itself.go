package example

import "fmt"

type grade int

func (g grade) String() string {
	// ruleid: go-string-method-calls-itself
	return fmt.Sprintf("grade %v", g)
}

type refusal struct{ reason string }

func (r *refusal) Error() string {
	// ok: go-string-method-calls-itself
	return fmt.Sprint("refused: ", r.reason)
}

type amount int

func (a amount) String() string {
	// ok: go-string-method-calls-itself
	return fmt.Sprintf("%d pieces of %s", a, fmt.Sprint(int(a)))
}
