package example

import (
	"context"
	"os/exec"
)

func list(ctx context.Context) {
	// ruleid: command-string-without-shell
	exec.Command("ls -la").Run()
	// ruleid: command-string-without-shell
	exec.CommandContext(ctx, "git status --short").Run()
	// ruleid: command-string-without-shell
	exec.Command("cd /srv && ls -la").Run()
	// ok: command-string-without-shell
	exec.Command("ls", "-la").Run()
	// ok: command-string-without-shell
	exec.Command("/opt/My Tools/convert").Run()
}
