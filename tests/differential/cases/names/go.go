package p

import (
	"math/rand"
	crypto "crypto/rand"
	"os/exec"
	shell "os/exec"

	"gopkg.in/yaml.v3"
	"github.com/x/go-yaml/v2"
	. "strings"
)

func f() {
	yaml.Unmarshal(a, b)
	exec.Command("ls")
	shell.Command("ls")
	rand.Int()
	crypto.Int(a, b)
	ToUpper("a")
}
