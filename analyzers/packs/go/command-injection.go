package example

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/go-martini/martini"
)

var hostname = regexp.MustCompile(`^[a-z0-9.-]+$`)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host)
	// ruleid: command-injection
	exec.CommandContext(r.Context(), r.URL.Query().Get("program"))
	// ok: command-injection
	exec.Command("ping", "-c", "1", "localhost")
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		return
	}
	// ok: command-injection
	exec.Command("ping", "-c", strconv.Itoa(count), "localhost")
	if !hostname.MatchString(host) {
		return
	}
	// ok: command-injection
	exec.Command("ping", host)
}

func words(r *http.Request) {
	name := r.FormValue("name")
	// ok: command-injection
	exec.Command("nslookup", "--", name)
	// ruleid: command-injection
	exec.Command("ssh", "--", "host", name)
	// ok: command-injection
	exec.Command("sh", "-c", `echo "$1"`, "sh", name)
	shell := exec.Command("/bin/sh")
	// ruleid: command-injection
	shell.Stdin = strings.NewReader("echo " + name)
	search := exec.Command("grep", "-c", "x")
	// ok: command-injection
	search.Stdin = strings.NewReader(name)
	// ruleid: command-injection
	search.Env = append(os.Environ(), "LD_PRELOAD="+name)
	// ok: command-injection
	search.Env = append(search.Env, "SEARCHED_FOR="+name)
	// ok: command-injection
	search.Env = append(search.Env, fmt.Sprintf("SEARCHED_BY=%s", name))
	// ok: command-injection
	search.Env = append(search.Env, "GIT_AUTHOR_NAME="+name)
	// ruleid: command-injection
	search.Env = append(search.Env, "GIT_SSH_COMMAND="+name)
	// ok: command-injection
	search.Env = append(search.Env, "SEARCHES=1")
	// ruleid: command-injection
	search.Env = append(search.Env, name)
	var wanted struct{ Seconds int }
	json.NewDecoder(r.Body).Decode(&wanted)
	// ok: command-injection
	exec.Command("sleep", strconv.Itoa(wanted.Seconds))
}

func tool(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	script, err := request.RequireString("script")
	if err != nil {
		return nil, err
	}
	// ruleid: command-injection
	exec.CommandContext(ctx, "sh", "-c", script)
	arguments := request.Params.Arguments
	// ruleid: command-injection
	exec.CommandContext(ctx, arguments["program"].(string))
	// ok: command-injection
	exec.CommandContext(ctx, "date")
	return nil, nil
}

func typed(ctx context.Context, request *mcp.CallToolRequest, input Input) (*mcp.CallToolResult, any, error) {
	// ruleid: command-injection
	exec.CommandContext(ctx, "sh", "-c", input.Script)
	return nil, nil, nil
}

func ask(ctx context.Context, client *openai.Client) {
	answer, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{})
	if err != nil {
		return
	}
	// ruleid: command-injection
	exec.CommandContext(ctx, "bash", "-c", answer.Choices[0].Message.Content)
	// ok: command-injection
	exec.CommandContext(ctx, "bash", "-c", "date")
}

var known = map[string]string{"date": "date -u"}

func looked(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if script, ok := known[name]; ok {
		// ok: command-injection
		exec.Command("sh", "-c", script)
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", name)
	if _, ok := known[name]; !ok {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", name)
}

func connection(conn net.Conn) {
	line, _ := bufio.NewReader(conn).ReadString('\n')
	// ruleid: command-injection
	exec.Command("sh", "-c", line).Run()
}

func belowAFolder(r *http.Request) {
	name := r.FormValue("name")
	// ok: command-injection
	exec.Command("convert", filepath.Join("images", name), "out.png").Run()
	// ok: command-injection
	exec.Command("convert", "images/"+name, "out.png").Run()
	// ruleid: command-injection
	exec.Command("convert", name, "out.png").Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", "images/"+name).Run()
	source := filepath.Join("images", name)
	// ok: command-injection
	exec.Command("convert", source, "out.png").Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", "convert "+source+" out.png").Run()
	// ruleid: command-injection
	exec.Command("sudo", source).Run()
	// ruleid: command-injection
	exec.Command("tar", "--to-command="+name).Run()
	// ok: command-injection
	exec.Command("git", "log", fmt.Sprintf("refs/heads/%s", name)).Run()
	// ruleid: command-injection
	exec.Command("git", "log", fmt.Sprintf("%s..HEAD", name)).Run()
}

var notLetters = regexp.MustCompile(`[^a-z0-9]+`)

func lettersOnly(r *http.Request, params martini.Params) {
	// ok: command-injection
	exec.Command("sh", "-c", "run "+notLetters.ReplaceAllString(r.FormValue("name"), "")).Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", "run "+someLetters.ReplaceAllString(r.FormValue("name"), "")).Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", params["command"]).Run()
}

var someLetters = regexp.MustCompile(`[;&]+`)

func lists(r *http.Request, allowed, refused []string) {
	name := r.FormValue("name")
	if slices.Contains(refused, name) {
		return
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", name).Run()
	if contains(refused, name) {
		return
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", name).Run()
	if !contains(allowed, name) {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", name).Run()
}

func inList(r *http.Request, allowed []string) {
	name := r.FormValue("name")
	known := lo.Contains(allowed, name)
	if known {
		// ok: command-injection
		exec.Command("sh", "-c", name).Run()
	}
}

func quotedText(r *http.Request) {
	text := r.FormValue("text")
	// ok: command-injection
	exec.Command("sh", "-c", "echo '"+strings.ReplaceAll(text, "'", `'"'"'`)+"'").Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", "echo '"+strings.ReplaceAll(text, "'", "")+text+"'").Run()
}
