package example

import (
	"context"
	"fmt"
	"os/exec"
)

func convert(ctx context.Context, name string) {
	// ruleid: go-shell-command-dynamic
	exec.Command("sh", "-c", "convert "+name+" out.png")
	// ruleid: go-shell-command-dynamic
	exec.CommandContext(ctx, "/bin/bash", "-c", fmt.Sprintf("convert %s out.png", name))
}

func quiet(ctx context.Context, name string, script string) {
	// ok: go-shell-command-dynamic
	exec.Command("convert", name, "out.png")
	// ok: go-shell-command-dynamic
	exec.Command("sh", "-c", "ls | wc -l")
	// ok: go-shell-command-dynamic
	exec.CommandContext(ctx, "git", "-c", "user.name="+name, "commit")
}
