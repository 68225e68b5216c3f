import fs from "fs";
import path from "path";
const BASE = "/srv/data";
export function read(req: Request, res: Response) {
  const requested = String(req.query.file);
  const full = path.join(BASE, requested);
  if (full.indexOf(BASE) !== 0) {
    return res.status(400).send("bad");
  }
  // ok: path-traversal
  return fs.readFileSync(full);
}
export function read2(req: Request, res: Response) {
  const safe = path.basename(req.params.name);
  // ok: path-traversal
  return fs.createReadStream(path.join(BASE, safe));
}
export function read3(req: Request, res: Response) {
  const full = path.join(BASE, req.params.name);
  // ruleid: path-traversal
  return fs.readFileSync(full);
}
export function read4(req: Request, res: Response) {
  const resolved = path.resolve(BASE, req.params.name);
  if (!resolved.startsWith(BASE)) throw new Error();
  // ok: path-traversal
  return fs.readFileSync(resolved);
}
export function read5(req: Request, res: Response) {
  const allowed = ["a.txt", "b.txt"];
  if (!allowed.includes(req.params.name)) throw new Error();
  // ok: path-traversal
  return fs.readFileSync(path.join(BASE, req.params.name));
}
export async function upload(req: Request, res: Response) {
  const file = req.files.file;
  // ruleid: path-traversal
  await fs.promises.writeFile(`/tmp/${file.name}`, file.data);
  const id = crypto.randomUUID();
  // ok: path-traversal
  await fs.promises.writeFile(`${BASE}/${id}`, file.data);
}
