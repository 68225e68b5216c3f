import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";

import { findExecutable } from "./executable";

const run = promisify(execFile);

/** What the Python extension offers to others, as far as it is used here. */
interface PythonApi {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(environment: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function pythonApi(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  return extension && (extension.isActive ? extension.exports : await extension.activate());
}

/** The interpreter chosen in the Python extension, if there is one. */
export async function chosenInterpreter(): Promise<string | undefined> {
  try {
    const environments = (await pythonApi())?.environments;
    const active = environments?.getActiveEnvironmentPath(vscode.workspace.workspaceFolders?.[0]?.uri);
    return active && (await environments?.resolveEnvironment(active))?.executable.uri?.fsPath;
  } catch {
    return undefined; // The Python extension failed to start, which it says itself.
  }
}

/** Calls back whenever another interpreter is chosen in the Python extension. */
export async function onInterpreterChange(changed: () => void): Promise<vscode.Disposable | undefined> {
  try {
    return (await pythonApi())?.environments.onDidChangeActiveEnvironmentPath(changed);
  } catch {
    return undefined;
  }
}

/** The version ("3.12") of an interpreter that can start the server, or undefined with the reason in `log`. */
export async function usablePython(
  interpreter: string,
  needsReread: boolean,
  log: (line: string) => void,
): Promise<string | undefined> {
  const program = await findExecutable(interpreter);
  if (!program) {
    log(`${interpreter}: there is no such program`);
    return undefined;
  }
  const question =
    "import importlib.util as u, sys; print('%d.%d' % sys.version_info[:2], bool(u.find_spec('reread')))";
  try {
    // -P keeps the opened folder off the import path: its files must never be imported by being there. Python
    // before 3.11 does not know it, and cannot run the server either.
    const { stdout } = await run(program, ["-P", "-c", question], { cwd: path.dirname(program), timeout: 20_000 });
    const [version, hasReread] = stdout.trim().split(" ");
    if (needsReread && hasReread !== "True") {
      log(`${program}: reread is not installed there`);
      return undefined;
    }
    return version;
  } catch (error) {
    log(`${program}: not a Python 3.11 or later (${firstLine(error)})`);
    return undefined;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0]!;
}
