import * as fs from "fs";
import * as path from "path";
import { readFile } from "node:fs/promises";
import { Controller, Get, Param, Query, Res } from "@nestjs/common";
import { Request, Response, Router } from "express";

const router = Router();
const FILES = path.join(__dirname, "files");

@Controller("files")
export class FilesController {
  @Get(":name")
  read(@Param("name") name: string, @Res() res: Response) {
    // ruleid: path-traversal
    res.sendFile(path.join(FILES, name));
    // ruleid: path-traversal
    return fs.createReadStream(`./files/${name}`);
  }

  @Get()
  async list(@Query("folder") folder: string) {
    // ruleid: path-traversal
    return fs.promises.readdir(folder);
  }

  @Get("safe/:name")
  safe(@Param("name") name: string) {
    // ok: path-traversal
    return fs.createReadStream(path.join(FILES, path.basename(name)));
  }
}

router.get("/:name", async (req: Request, res: Response) => {
  const name: string = req.params.name;
  // ruleid: path-traversal
  res.send(await readFile(path.resolve(FILES, name)));
});

router.get("/safe/:name", async (req: Request, res: Response): Promise<void> => {
  // ok: path-traversal
  res.sendFile(req.params.name, { root: FILES });
  // ok: path-traversal
  res.json(await readFile(path.join(FILES, "index.json"), "utf8"));
});

// Deno
export async function serve(request: Request): Promise<Response> {
  const url = new URL(request.url);
  // ruleid: path-traversal
  return new Response(await Deno.readTextFile("." + url.searchParams.get("file")));
}
