package example

import "os/exec"

func convert(name string, size int) {
	// ruleid: go-command-from-parameter
	exec.Command("sh", "-c", "convert "+name+" out.png")
	// ruleid: go-command-from-parameter
	exec.Command("/bin/bash", "-c", name)
	// ruleid: go-command-from-parameter
	exec.Command(name)
	// ok: go-command-from-parameter
	exec.Command("convert", "--", name, "out.png")
	// ok: go-command-from-parameter
	exec.Command("sh", "-c", "convert in.png out.png")
}

func stored() {
	rows, err := db.Query("SELECT line FROM jobs")
	for rows.Next() {
		var line string
		rows.Scan(&line)
		// ruleid: go-command-from-parameter
		exec.Command("sh", "-c", line).Run()
		// ok: go-command-from-parameter
		exec.Command("convert", line).Run()
	}
}
