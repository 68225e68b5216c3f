package example

import (
	"context"
	"os/exec"
)

func list(ctx context.Context) {
	// ruleid: go-exec-program-with-arguments
	exec.Command("ls -la").Run()
	// ruleid: go-exec-program-with-arguments
	exec.CommandContext(ctx, "git status --short").Run()
	// ruleid: go-exec-program-with-arguments
	exec.Command("cd /srv && ls -la").Run()
	// ok: go-exec-program-with-arguments
	exec.Command("ls", "-la").Run()
	// ok: go-exec-program-with-arguments
	exec.Command("/opt/My Tools/convert").Run()
}
