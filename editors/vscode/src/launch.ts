import * as fs from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";

import { findExecutable } from "./executable";
import { chosenInterpreter, usablePython } from "./interpreter";

/** How to start the server. `origin` says in words where it was found. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: string;
}

type Log = (line: string) => void;

/**
 * Where the server is, in this order: the setting `reread.path`, the setting `reread.interpreter`, the interpreter
 * chosen in the Python extension, `reread` on PATH, the environment bundled with the extension. Undefined if nowhere.
 *
 * A setting that does not work is not passed over silently: then there is no server, and the log says why.
 */
export async function findServer(bundled: string, log: Log): Promise<Launch | undefined> {
  const configuration = vscode.workspace.getConfiguration("reread");
  const command = configuration.get<string[]>("path", []);
  if (command.length > 0) {
    return fromPath(command, log);
  }
  const interpreter = configuration.get<string>("interpreter", "");
  if (interpreter) {
    return fromInterpreter(interpreter, "the setting reread.interpreter", log);
  }
  return (await fromPythonExtension(log)) ?? (await fromSearchPath(log)) ?? (await fromBundle(bundled, log));
}

async function fromPath([program, ...args]: string[], log: Log): Promise<Launch | undefined> {
  const command = await findExecutable(program!);
  if (!command) {
    log(`reread.path: there is no program ${program}`);
    return undefined;
  }
  return { command, args, environment: {}, origin: "the setting reread.path" };
}

async function fromInterpreter(interpreter: string, origin: string, log: Log): Promise<Launch | undefined> {
  if (!(await usablePython(interpreter, true, log))) {
    return undefined;
  }
  const command = (await findExecutable(interpreter))!;
  return { command, args: ["-P", "-m", "reread.server", "server"], environment: {}, origin };
}

async function fromPythonExtension(log: Log): Promise<Launch | undefined> {
  // The environment may lie in the opened folder, and starting it runs what is in there.
  if (!vscode.workspace.isTrusted) {
    log("the interpreter of the Python extension is not used until you trust this folder");
    return undefined;
  }
  const interpreter = await chosenInterpreter();
  return interpreter ? fromInterpreter(interpreter, "the interpreter of the Python extension", log) : undefined;
}

async function fromSearchPath(log: Log): Promise<Launch | undefined> {
  const command = await findExecutable("reread");
  if (!command) {
    log("there is no program reread on PATH");
    return undefined;
  }
  return { command, args: ["server"], environment: {}, origin: "PATH" };
}

/** The bundle holds libraries that were compiled for one version of Python, named in `bundled/python-version`. */
async function fromBundle(bundled: string, log: Log): Promise<Launch | undefined> {
  const wanted = await fs.readFile(path.join(bundled, "python-version"), "utf8").catch(() => undefined);
  if (wanted === undefined) {
    return undefined;
  }
  const version = wanted.trim();
  const chosen = vscode.workspace.isTrusted ? await chosenInterpreter() : undefined;
  const own = path.join(bundled, "python", ...(process.platform === "win32" ? ["python.exe"] : ["bin", "python3"]));
  for (const interpreter of [own, chosen, `python${version}`, "python3", "python"]) {
    const found = interpreter && (await findExecutable(interpreter));
    if (found && (await usablePython(found, false, log)) === version) {
      return {
        command: found,
        args: ["-P", "-m", "reread.server", "server"],
        environment: { PYTHONPATH: path.join(bundled, "libraries") },
        origin: "the environment bundled with the extension",
      };
    }
  }
  log(`the bundled environment needs Python ${version}, which was not found`);
  return undefined;
}
