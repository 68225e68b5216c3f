package run

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/codeskyblue/go-sh"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/google/shlex"
	"golang.org/x/crypto/ssh"
)

type job struct {
	Tool string   `json:"tool"`
	Args []string `json:"args"`
	N    int      `json:"n"`
}

func direct(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("cmd")
	// ruleid: command-injection
	exec.Command(name)
	// ruleid: command-injection
	exec.Command("sh", "-c", name)
	// ruleid: command-injection
	exec.Command("/bin/bash", "-c", "ls "+name)
	// ruleid: command-injection
	exec.CommandContext(r.Context(), "sh", "-c", fmt.Sprintf("ping -c 1 %s", name))
	// ruleid: command-injection
	exec.Command("cmd.exe", "/C", "dir "+name)
	// ruleid: command-injection
	exec.Command("powershell", "-Command", name)
	// ok: command-injection
	exec.Command("sh", "-c", "uptime")
	// ok: command-injection
	exec.Command("ls", "-l", "/tmp")
	// ok: command-injection
	exec.Command("nslookup", "--", name)
	// ok: command-injection
	exec.Command("sh", "-c", `echo "$1"`, "sh", name)
	// ruleid: command-injection
	syscall.Exec(name, []string{name}, os.Environ())
	// ruleid: command-injection
	os.StartProcess(name, nil, &os.ProcAttr{})
	// ok: command-injection
	syscall.Exec("/bin/ls", []string{"ls"}, os.Environ())
	// ruleid: command-injection
	syscall.ForkExec("/bin/sh", []string{"sh", "-c", name}, nil)
	// ruleid: command-injection
	exec.Command("python3", "-c", "print('"+name+"')")
	// ruleid: command-injection
	exec.Command("ssh", "host", "rm "+name)
}

func cmdStruct(r *http.Request) error {
	p := r.FormValue("path")
	// ruleid: command-injection
	c := &exec.Cmd{Path: p, Args: []string{"x"}}
	if err := c.Run(); err != nil {
		return err
	}
	// ok: command-injection
	d := exec.Cmd{Path: "/usr/bin/git", Args: []string{"git", "status"}}
	d.Dir = "/srv"
	return d.Start()
}

func stdin(r *http.Request) error {
	sh := exec.Command("/bin/sh")
	// ruleid: command-injection
	sh.Stdin = strings.NewReader("echo " + r.FormValue("x"))
	if err := sh.Run(); err != nil {
		return err
	}
	grep := exec.Command("grep", "-c", "x")
	// ok: command-injection
	grep.Stdin = strings.NewReader(r.FormValue("x"))
	return grep.Run()
}

func plumbing(w http.ResponseWriter, r *http.Request) {
	args := []string{"-c"}
	args = append(args, "convert "+r.FormValue("img")+" out.png")
	// ruleid: command-injection
	exec.Command("sh", args...)
	parts := strings.Fields(r.FormValue("line"))
	// ruleid: command-injection
	exec.Command(parts[0], parts[1:]...)
	words, _ := shlex.Split(r.FormValue("line"))
	// ruleid: command-injection
	exec.Command(words[0], words[1:]...)
	var b bytes.Buffer
	b.WriteString("tail -n ")
	b.WriteString(r.FormValue("n"))
	// ruleid: command-injection
	exec.Command("bash", "-c", b.String())
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	// ok: command-injection
	exec.Command("bash", "-c", "tail -n "+strconv.Itoa(n)+" /var/log/x")
	// ok: command-injection
	exec.Command("bash", "-c", fmt.Sprintf("tail -n %d /var/log/x", n))
	tool, ok := map[string]string{"p": "/bin/ping", "t": "/bin/trace"}[r.FormValue("tool")]
	if !ok {
		return
	}
	// ok: command-injection
	exec.Command(tool, "localhost")
	var j job
	json.NewDecoder(r.Body).Decode(&j)
	// ruleid: command-injection
	exec.Command(j.Tool, j.Args...)
	// ok: command-injection
	exec.Command("sleep", strconv.Itoa(j.N))
	// ok: command-injection
	exec.Command("sh", "-c", "sleep "+strconv.Itoa(j.N))
	run(r.PostFormValue("do"))
	runQuiet("date")
}

func run(line string) ([]byte, error) {
	// ruleid: command-injection
	return exec.Command("sh", "-c", line).CombinedOutput()
}

func runQuiet(line string) ([]byte, error) {
	// ok: command-injection
	return exec.Command("sh", "-c", line).Output()
}

var host = regexp.MustCompile(`^[a-zA-Z0-9.]+$`)

func validate(s string) error {
	if !host.MatchString(s) {
		return errors.New("bad host")
	}
	return nil
}

func checked(c *gin.Context) {
	h := c.Query("host")
	if err := validate(h); err != nil {
		c.String(400, "bad")
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", "ping "+h)
	g := c.Query("g")
	if !host.MatchString(g) {
		c.AbortWithStatus(400)
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", "ping "+g)
	switch t := c.Param("tool"); t {
	case "df", "du":
		// ok: command-injection
		exec.Command(t)
	default:
		// ruleid: command-injection
		exec.Command(t)
	}
	allowed := []string{"a", "b"}
	for _, a := range allowed {
		if a == c.Query("act") {
			// ok: command-injection
			exec.Command("svc", a)
		}
	}
}

func git(c *gin.Context) {
	url := c.PostForm("url")
	// ruleid: command-injection
	exec.Command("git", "clone", url)
	// ok: command-injection
	exec.Command("git", "clone", "--", url, "dir")
	// ok: command-injection
	exec.Command("git", "log", "-n", "1")
}

func fiberRun(c *fiber.Ctx) error {
	// ruleid: command-injection
	out, err := exec.Command("sh", "-c", c.Params("x")).Output()
	if err != nil {
		return err
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", string(c.Body()))
	// ruleid: command-injection
	sh.Command(c.Query("t"), "x").Run()
	return c.Send(out)
}

func remote(sess *ssh.Session, r *http.Request) {
	// ruleid: command-injection
	sess.Run("ls " + r.FormValue("d"))
	// ruleid: command-injection
	sess.CombinedOutput("cat " + r.FormValue("d"))
	// ok: command-injection
	sess.Output("uptime")
	// ruleid: command-injection
	sess.Start(r.FormValue("d"))
}

func console(ctx context.Context) {
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		log.Print("got a line")
	}
	// ok: command-injection
	exec.CommandContext(ctx, os.Getenv("EDITOR"), "file")
	self, _ := os.Executable()
	// ok: command-injection
	exec.Command(self, "child")
	editor := "vi"
	if e := os.Getenv("VISUAL"); e != "" {
		editor = e
	}
	// ok: command-injection
	exec.Command(editor, "notes.txt")
}

func environment(r *http.Request) {
	c := exec.Command("env")
	// ruleid: command-injection
	c.Env = append(os.Environ(), "LD_PRELOAD="+r.FormValue("lib"))
	d := exec.Command("env")
	// ok: command-injection
	d.Env = append(os.Environ(), "REQUEST_NAME=x")
	look, err := exec.LookPath("git")
	if err == nil {
		// ok: command-injection
		exec.Command(look, "version")
	}
}
