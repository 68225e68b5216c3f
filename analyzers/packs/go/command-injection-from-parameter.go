package example

import "os/exec"

func convert(name string, size int) {
	// ruleid: command-injection-from-parameter
	exec.Command("sh", "-c", "convert "+name+" out.png")
	// ruleid: command-injection-from-parameter
	exec.Command("/bin/bash", "-c", name)
	// ruleid: command-injection-from-parameter
	exec.Command(name)
	// ok: command-injection-from-parameter
	exec.Command("convert", "--", name, "out.png")
	// ok: command-injection-from-parameter
	exec.Command("sh", "-c", "convert in.png out.png")
}

func stored() {
	rows, err := db.Query("SELECT line FROM jobs")
	for rows.Next() {
		var line string
		rows.Scan(&line)
		// ruleid: command-injection-from-parameter
		exec.Command("sh", "-c", line).Run()
		// ok: command-injection-from-parameter
		exec.Command("convert", line).Run()
	}
}
