package tools

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/ssh"
)

var hostname = regexp.MustCompile(`^[a-z0-9.-]+$`)

func Convert(name string) error {
	// ruleid: command-injection
	return exec.Command("sh", "-c", "convert "+name+" out.png").Run()
}

func ConvertDirect(name string) error {
	// ok: command-injection
	return exec.Command("convert", "--", name, "out.png").Run()
}

func Status() ([]byte, error) {
	// ok: command-injection
	return exec.Command("git", "status", "--porcelain").Output()
}

func ShellConstant() ([]byte, error) {
	// ok: command-injection
	return exec.Command("bash", "-c", "ps aux | wc -l").Output()
}

func ShellConstantVariable() error {
	script := "df -h | tail -n 1"
	shell := "/bin/sh"
	// ok: command-injection
	cmd := exec.Command(shell, "-c", script)
	return cmd.Run()
}

func Any(w http.ResponseWriter, r *http.Request) {
	program := r.FormValue("program")
	// ruleid: command-injection
	out, err := exec.Command(program).CombinedOutput()
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_, _ = fmt.Fprint(os.Stdout, string(out))
}

func Ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: command-injection
	cmd := exec.CommandContext(r.Context(), "/bin/sh", "-c", fmt.Sprintf("ping -c 1 %s", host))
	var out bytes.Buffer
	cmd.Stdout = &out
	_ = cmd.Run()
}

func PingChecked(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	if !hostname.MatchString(host) {
		http.Error(w, "bad host", http.StatusBadRequest)
		return
	}
	// ok: command-injection
	_ = exec.CommandContext(r.Context(), "ping", "-c", "1", host).Run()
}

func PingArguments(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: command-injection
	_ = exec.Command("ping", host).Run()
}

func Numbered(r *http.Request) error {
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		return err
	}
	// ok: command-injection
	return exec.Command("sh", "-c", fmt.Sprintf("seq %d", count)).Run()
}

func FromMap(r *http.Request) error {
	programs := map[string]string{"list": "/bin/ls", "date": "/bin/date"}
	program, known := programs[r.FormValue("action")]
	if !known {
		return fmt.Errorf("unknown action")
	}
	// ok: command-injection
	return exec.Command(program).Run()
}

func FromSwitch(r *http.Request) error {
	var program string
	switch r.FormValue("action") {
	case "list":
		program = "ls"
	default:
		program = "date"
	}
	// ok: command-injection
	return exec.Command(program).Run()
}

func Arguments() error {
	// ruleid: command-injection
	return exec.Command(os.Args[1], os.Args[2:]...).Run()
}

func Environment() error {
	tool := os.Getenv("TOOL")
	// ruleid: command-injection
	return exec.Command("bash", "-c", tool).Run()
}

func Struct(name string) error {
	// ruleid: command-injection
	cmd := exec.Cmd{Path: name, Args: []string{name}}
	return cmd.Run()
}

func StructConstant() error {
	// ok: command-injection
	cmd := &exec.Cmd{Path: "/usr/bin/uptime", Args: []string{"uptime"}}
	return cmd.Run()
}

func AssignedPath(r *http.Request) error {
	cmd := exec.Command("true")
	// ruleid: command-injection
	cmd.Path = r.FormValue("path")
	return cmd.Run()
}

func Replace(program string, arguments []string) error {
	// ruleid: command-injection
	return syscall.Exec(program, arguments, os.Environ())
}

func ReplaceConstant() error {
	// ok: command-injection
	return syscall.Exec("/bin/ls", []string{"ls", "-l"}, os.Environ())
}

func Fork(program string) (int, error) {
	// ruleid: command-injection
	return syscall.ForkExec(program, []string{}, nil)
}

func Start(r *http.Request) error {
	// ruleid: command-injection
	_, err := os.StartProcess(r.FormValue("path"), nil, &os.ProcAttr{})
	return err
}

func Gin(c *gin.Context) {
	script := strings.Join([]string{"tar", "czf", "out.tgz", c.Query("directory")}, " ")
	// ruleid: command-injection
	out, _ := exec.Command("bash", "-c", script).Output()
	c.String(http.StatusOK, "%s", out)
}

func StandardInput(r *http.Request) error {
	cmd := exec.Command("bash")
	// ruleid: command-injection
	cmd.Stdin = strings.NewReader(r.FormValue("script"))
	return cmd.Run()
}

func WriteToShell(input string) error {
	cmd := exec.Command("bash")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	// ruleid: command-injection
	stdin.Write([]byte(input + "\n"))
	// ok: command-injection
	stdin.Write([]byte("uptime\n"))
	return cmd.Run()
}

func Remote(session *ssh.Session, r *http.Request) error {
	// ruleid: command-injection
	return session.Run("cat " + r.FormValue("file"))
}

func RemoteConstant(session *ssh.Session) ([]byte, error) {
	// ok: command-injection
	return session.CombinedOutput("uptime")
}

func run(command string) ([]byte, error) {
	// ruleid: command-injection
	return exec.Command("/bin/bash", "-c", command).Output()
}

func Helper(r *http.Request) {
	run("ls " + r.FormValue("directory"))
}

func lookup(name string) error {
	path, err := exec.LookPath("git")
	if err != nil {
		return err
	}
	// ok: command-injection
	return exec.Command(path, "fetch", "origin").Run()
}

func Base(ctx context.Context, r *http.Request) error {
	name := filepath.Base(r.FormValue("file"))
	// ruleid: command-injection
	return exec.CommandContext(ctx, "sh", "-c", "rm "+name).Run()
}

func Windows(name string) error {
	// ruleid: command-injection
	return exec.Command("cmd", "/C", "del "+name).Run()
}

func Slice(r *http.Request) error {
	arguments := []string{"-c", "echo " + r.FormValue("text")}
	// ruleid: command-injection
	return exec.Command("sh", arguments...).Run()
}

func FixedSlice() error {
	arguments := []string{"-la", "/tmp"}
	// ok: command-injection
	return exec.Command("ls", arguments...).Run()
}

func Allowed(r *http.Request) error {
	branch := r.FormValue("branch")
	if branch != "main" && branch != "develop" {
		return fmt.Errorf("unknown branch")
	}
	// ok: command-injection
	return exec.Command("git", "checkout", branch).Run()
}
