package main

import (
	"fmt"
	"math/rand"
	"strings"
)

const turns = 12

var turn int
var hits, enteredLines map[int]bool

func sink(line int, value string) {
	if strings.Contains(strings.ToUpper(value), "ZQ") {
		hits[line] = true
	}
}

func source() string { return "ZQ;x<y" }

func flag() bool {
	if turn < 2 {
		return turn == 1
	}
	return rand.Intn(2) == 0
}

func entered(line int) { enteredLines[line] = true }

// trial calls a program and tells the lines of the sinks that its input came to, and those of the functions that ran.
func trial(number int, handler func()) {
	defer func() {
		if problem := recover(); problem != nil {
			fmt.Println(number, "failed", problem)
		}
	}()
	hits, enteredLines = map[int]bool{}, map[int]bool{}
	for turn = 0; turn < turns; turn++ {
		handler()
	}
	fmt.Println(number, "ran", lines(hits), lines(enteredLines))
}

func lines(found map[int]bool) []int {
	result := []int{}
	for line := range found {
		result = append(result, line)
	}
	return result
}
