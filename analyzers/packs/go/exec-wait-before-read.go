package example

import (
	"io"
	"os/exec"
)

func bad(cmd *exec.Cmd) {
	pipe, err := cmd.StdoutPipe()
	cmd.Start()
	// ruleid: exec-wait-before-read
	cmd.Wait()
	data, err := io.ReadAll(pipe)
	use(data, err)
}

func good(cmd *exec.Cmd) {
	pipe, err := cmd.StdoutPipe()
	cmd.Start()
	data, err := io.ReadAll(pipe)
	// ok: exec-wait-before-read
	cmd.Wait()
	use(data, err)
}
