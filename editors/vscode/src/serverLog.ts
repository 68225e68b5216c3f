import * as readline from "node:readline";
import type { Readable } from "node:stream";
import * as vscode from "vscode";

/** Lines that begin so are records of the server; others belong to the record before. */
const record = /^(DEBUG|INFO|WARNING|ERROR|CRITICAL) (?:reread\.)?(\S+): (.*)$/;

/** Writes what the server logs into the output channel, with its level. */
export function log(input: Readable, output: vscode.LogOutputChannel): void {
  let level = "INFO";
  readline.createInterface({ input, crlfDelay: Infinity, terminal: false, historySize: 0 }).on("line", (line) => {
    const [, named, , words] = record.exec(line) ?? [];
    level = named ?? level;
    writers[level]!(output, words ?? line);
  });
}

const writers: Readonly<Record<string, (output: vscode.LogOutputChannel, line: string) => void>> = {
  DEBUG: (output, line) => output.debug(line),
  INFO: (output, line) => output.info(line),
  WARNING: (output, line) => output.warn(line),
  ERROR: (output, line) => output.error(line),
  CRITICAL: (output, line) => output.error(line),
};

/** How much the server is to log: as much as is shown, and no less than what lets one follow it. */
export function levelOf(output: vscode.LogOutputChannel): string {
  return output.logLevel !== vscode.LogLevel.Off && output.logLevel <= vscode.LogLevel.Debug ? "debug" : "info";
}
