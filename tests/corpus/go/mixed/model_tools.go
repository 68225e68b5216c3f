package main

import (
	"context"
	"os"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func runTool(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	cmd, err := request.RequireString("command")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	// ruleid: command-injection
	out, _ := exec.Command("sh", "-c", cmd).CombinedOutput()
	p := request.GetString("path", "")
	// ruleid: path-traversal
	data, _ := os.ReadFile(p)
	args := request.GetArguments()
	name := args["name"].(string)
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE n = '" + name + "'")
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE n = ?", name)
	// ruleid: ssrf
	http.Get(request.Params.Arguments["url"].(string))
	return mcp.NewToolResultText(string(out) + string(data)), nil
}
