package example

import (
	"fmt"
	"math/rand"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func newToken(length int) string {
	token := make([]byte, length)
	for i := range token {
		// ruleid: go-math-rand-secret
		token[i] = letters[rand.Intn(len(letters))]
	}
	return string(token)
}

func GeneratePassword() string {
	// ruleid: go-math-rand-secret
	return fmt.Sprint(rand.Int63())
}

func pickColor(colors []string) string {
	// ok: go-math-rand-secret
	return colors[rand.Intn(len(colors))]
}

func newTokenizer() int {
	// ok: go-math-rand-secret
	return rand.Int()
}
