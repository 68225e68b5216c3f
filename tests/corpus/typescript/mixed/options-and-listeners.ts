import express, { Request, Response } from "express";
import { execSync } from "child_process";
import * as crypto from "crypto";
import { Body, Controller, Post } from "@nestjs/common";
import { InjectModel } from "@nestjs/mongoose";
import { Model } from "mongoose";

const app = express();

app.post("/run", ({ body }: Request, res: Response) => {
  const options = { command: "ls", dryRun: false, ...body };
  // ruleid: command-injection
  execSync(options.command);
  const fixed = { ...body, command: "ls" };
  // ok: command-injection
  execSync(fixed.command);
  try {
    JSON.parse(body.text);
  } catch (error) {
    // ruleid: data-exposure
    res.status(500).json({ error: (error as Error).stack });
  }
});

export function listen(box: HTMLElement) {
  const listener = (event: MessageEvent) => {
    // ruleid: xss
    box.innerHTML = event.data.html;
    // ok: xss
    box.textContent = event.data.html;
  };
  window.addEventListener("message", listener);
}

export class Tokens {
  resetToken() {
    // ruleid: weak-random
    return Math.random().toString(36).slice(2);
  }

  strongToken() {
    // ok: weak-random
    return crypto.randomBytes(32).toString("hex");
  }
}

export function oneTimeCode(): string {
  // ruleid: weak-random
  const code = Math.floor(100000 + Math.random() * 900000);
  return String(code);
}

export function sealed(key: Buffer) {
  const iv = Buffer.alloc(16, 0);
  // ruleid: weak-crypto
  const first = crypto.createCipheriv("aes-256-cbc", key, iv);
  // ok: weak-crypto
  const second = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
  return [first, second];
}

@Controller("notes")
export class NotesController {
  constructor(@InjectModel("Note") private readonly notes: Model<Document>) {}

  @Post()
  async find(@Body() body: any) {
    // ruleid: nosql-injection
    const own = await this.notes.find({ owner: body.owner });
    // ok: nosql-injection
    const safe = await this.notes.find({ owner: String(body.owner) });
    return [own, safe];
  }
}

io.on("connection", (socket: Socket) => {
  socket.on("search", async (text: string) => {
    // ruleid: sql-injection
    await getManager().query("SELECT * FROM message WHERE body LIKE '%" + text + "%'");
  });
});

const resolvers = {
  Query: {
    // ruleid: path-traversal
    file: (_: unknown, { name }: { name: string }) => fs.readFileSync(`/srv/public/${name}`, "utf8"),
    // ok: path-traversal
    page: (_: unknown, { name }: { name: string }) => fs.readFileSync(`/srv/public/${path.basename(name)}`, "utf8"),
  },
};

const appRouter = t.router({
  run: t.procedure.input(z.object({ job: z.string() })).mutation(({ input }) => {
    // ruleid: command-injection
    execSync(`./jobs/${input.job}.sh`);
  }),
  list: t.procedure.input(z.object({ limit: z.number() })).query(({ input }) => {
    // ok: sql-injection
    return db.query(`SELECT * FROM item LIMIT ${input.limit}`);
  }),
});

export async function save(formData: FormData) {
  "use server";
  // ruleid: open-redirect
  redirect(formData.get("returnTo") as string);
}

export async function signOut(request: NextRequest) {
  const next = request.nextUrl.searchParams.get("next");
  if (next?.startsWith("/") && !next.startsWith("//")) {
    // ok: open-redirect
    return NextResponse.redirect(new URL(next, request.url));
  }
  // ruleid: open-redirect
  return NextResponse.redirect(next!);
}
