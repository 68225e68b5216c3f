import * as fs from "node:fs/promises";
import * as path from "node:path";

/**
 * The absolute path of a program, or undefined. Searches PATH itself: left to the system, a program of the same
 * name in the opened folder could be started instead on Windows.
 */
export async function findExecutable(name: string): Promise<string | undefined> {
  if (path.isAbsolute(name)) {
    return (await isExecutable(name)) ? name : undefined;
  }
  if (name.includes("/") || name.includes(path.sep)) {
    return undefined;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat", ""] : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const candidate = path.join(folder, name + ending);
      if (await isExecutable(candidate)) {
        return candidate;
      }
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, fs.constants.X_OK);
    return (await fs.stat(file)).isFile();
  } catch {
    return false;
  }
}
