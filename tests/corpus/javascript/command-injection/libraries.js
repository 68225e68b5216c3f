import shell from "shelljs";
import { $ } from "zx";
import execa, { execaCommand, execaCommandSync } from "execa";
import crossSpawn from "cross-spawn";
import { exec as run } from "node:child_process";
import { promisify } from "node:util";
import simpleGit from "simple-git";
import * as childProcess from "child_process";

const runAsync = promisify(run);

export async function handler(event) {
  const { name } = JSON.parse(event.body);
  // ruleid: command-injection
  const { stdout } = await runAsync(`figlet ${name}`);
  // ruleid: command-injection
  childProcess.exec("echo " + event.queryStringParameters.text);
  return { statusCode: 200, body: stdout };
}

export function koa(ctx) {
  // ruleid: command-injection
  shell.exec("du -sh " + ctx.query.folder);
  // ruleid: command-injection
  run(`du -sh ${ctx.request.body.folder}`);
  // ruleid: command-injection
  execaCommand("du -sh " + ctx.params.folder);
  // ruleid: command-injection
  execaCommandSync(`du -sh ${ctx.query.folder}`);
  // ruleid: command-injection
  execa("du", ["-sh", ctx.query.folder], { shell: true });
  // ruleid: command-injection
  crossSpawn("sh", ["-c", "du -sh " + ctx.query.folder]);
}

export function fromArguments() {
  // ruleid: command-injection
  run("git checkout " + process.argv[2]);
}

export function remote(connection, command) {
  // ruleid: command-injection
  shell.exec(`ssh host ${command}`);
}

export async function safe(ctx) {
  // ok: command-injection
  await execa("du", ["-sh", ctx.query.folder]);
  // ok: command-injection
  await $`du -sh ${ctx.query.folder}`;
  // ok: command-injection
  shell.exec("npm test");
  // ok: command-injection
  shell.rm("-rf", "build");
  // ok: command-injection
  crossSpawn("du", ["-sh", ctx.query.folder]);
  // ok: command-injection
  await execaCommand("npm run build");
  // ok: command-injection
  await simpleGit().clone("https://example.com/a.git");
}
