import { exec, execFile, spawn } from "child_process";
import type { Request, Response } from "express";
import { FastifyRequest, FastifyReply } from "fastify";

export function ping(req: Request, res: Response): void {
  const host = req.query.host as string;
  // ruleid: command-injection
  exec(`ping -c 1 ${host}`, (error, stdout) => res.send(stdout));
}

export const convert = async (request: FastifyRequest<{ Body: { file: string } }>, reply: FastifyReply) => {
  // ruleid: command-injection
  spawn(`convert ${request.body.file}`, { shell: true });
  // ok: command-injection
  spawn("convert", [request.body.file]);
  reply.send();
};

export class Runner {
  constructor(private readonly program: string) {}

  run(argument: string): void {
    // ruleid: command-injection
    exec("tool " + argument);
    // ok: command-injection
    execFile("tool", [argument]);
  }
}

export function typed(count: number): void {
  // ok: command-injection
  exec(`seq ${count}`);
}

export async function deno(request: globalThis.Request): Promise<void> {
  const { name } = await request.json();
  // ruleid: command-injection
  Deno.run({ cmd: ["sh", "-c", "echo " + name] });
  // ruleid: command-injection
  new Deno.Command(name).outputSync();
  // ok: command-injection
  new Deno.Command("echo", { args: [name] }).outputSync();
}
