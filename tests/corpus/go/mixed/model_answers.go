package main

import (
	"context"
	"database/sql"
	"os/exec"

	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, db *sql.DB, question string) error {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: openai.GPT4})
	if err != nil {
		return err
	}
	q := resp.Choices[0].Message.Content
	// ruleid: sql-injection
	_, err = db.Query(q)
	// ruleid: command-injection
	exec.Command("bash", "-c", q).Run()
	// ok: sql-injection
	db.Query("INSERT INTO answers(t) VALUES ($1)", q)
	return err
}
