import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";
import { exec, execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { generateText, tool } from "ai";

const server = new McpServer({ name: "demo", version: "1.0.0" });
const openai = new OpenAI();

server.tool("run", { command: z.string() }, async ({ command }) => {
  // ruleid: command-injection
  exec(command);
  // ok: command-injection
  execFile("ls", ["--", command]);
  return { content: [] };
});

server.tool("read", "Reads a file", { file: z.string() }, async (args) => {
  // ruleid: path-traversal
  const text = fs.readFileSync(path.join("/data", args.file), "utf8");
  return { content: [{ type: "text", text }] };
});

server.registerTool("q", { inputSchema: { name: z.string() } }, async ({ name }) => {
  // ruleid: sql-injection
  const rows = await pool.query(`SELECT * FROM users WHERE name = '${name}'`);
  // ok: sql-injection
  await pool.query("SELECT * FROM users WHERE name = $1", [name]);
  return { content: [] };
});

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { url } = request.params.arguments as { url: string };
  // ruleid: ssrf
  await fetch(url);
  // ruleid: command-injection
  exec(`ping ${request.params.arguments.host}`);
  return { content: [] };
});

async function ask(question: string) {
  const completion = await openai.chat.completions.create({ model: "gpt-4o", messages: [] });
  const code = completion.choices[0].message.content;
  // ruleid: code-injection
  eval(code);
  // ruleid: sql-injection
  await db.query(code);
  // ruleid: command-injection
  exec(code);
  // ok: code-injection
  console.log(code);
}

async function ask2(question: string) {
  const { text } = await generateText({ model, prompt: question });
  // ruleid: code-injection
  new Function(text)();
  const msg = await new Anthropic().messages.create({ model: "claude", max_tokens: 10, messages: [] });
  // ruleid: command-injection
  exec(msg.content[0].text);
  const args = JSON.parse(call.function.arguments);
  // ruleid: command-injection
  exec(args.command);
}
