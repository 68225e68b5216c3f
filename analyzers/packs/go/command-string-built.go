package example

import (
	"fmt"
	"net"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

func convert(image Image) {
	// ruleid: command-string-built
	exec.Command("sh", "-c", "convert "+image.Name+" out.png")
	// ruleid: command-string-built
	exec.Command("/bin/bash", "-c", fmt.Sprintf("convert %s out.png", image.Name))
	// ruleid: command-string-built
	exec.Command("cmd", "/C", "del "+image.Name)
	// ok: command-string-built
	exec.Command("convert", image.Name, "out.png")
	// ok: command-string-built
	exec.Command("sh", "-c", "ls | wc -l")
	// ok: command-string-built
	exec.Command("sh", "-c", fmt.Sprintf("seq %d", image.Count))
	// ok: command-string-built
	exec.Command("sh", "-c", "seq "+strconv.Itoa(image.Count))
}

const folder = "/srv"

func list() {
	// ruleid: command-string-built
	exec.Command("sh", "-c", "ls "+wanted)
	// ok: command-string-built
	exec.Command("sh", "-c", "ls "+folder)
	// ok: command-string-built
	exec.Command("sh", "-c", "ls "+ConstantOfAnotherFile)
}

func address(text string) {
	ip := net.ParseIP(text)
	// ok: command-string-built
	exec.Command("sh", "-c", "ping -c 1 "+ip.String()).Run()
}

func size(image Image) int { return image.Count }

func kind(image Image) string {
	if image.Count > 1 {
		return "many"
	}
	return "one"
}

func label(image Image) string { return "image-" + image.Name }

func quoted(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

func tag(image Image) {
	// ok: command-string-built
	exec.Command("sh", "-c", fmt.Sprintf("seq %v", size(image))).Run()
	// ok: command-string-built
	exec.Command("sh", "-c", "echo "+kind(image)).Run()
	// ruleid: command-string-built
	exec.Command("sh", "-c", "echo "+label(image)).Run()
	// ok: command-string-built
	exec.Command("sh", "-c", "echo "+quoted(image.Name)).Run()
	// ruleid: command-string-built
	exec.Command("sh", "-c", "echo "+strings.ReplaceAll(image.Name, "'", "")).Run()
	// ok: command-string-built
	exec.Command("sh", "-c", "echo "+time.Now().Format("2006-01-02")).Run()
	// ruleid: command-string-built
	exec.Command("sh", "-c", "echo "+other(image)).Run()
}
