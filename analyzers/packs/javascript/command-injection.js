const { exec, execFile, spawn } = require("child_process");

app.get("/ping", (req, res) => {
  // ruleid: command-injection
  exec(`ping -c 1 ${req.query.host}`, done);
  const command = "ping " + req.body.host;
  // ruleid: command-injection
  spawn("sh", ["-c", command]);
  // ruleid: command-injection
  spawn("ping " + req.body.host, { shell: true });
  // ok: command-injection
  execFile("ping", ["-c", "1", req.query.host], done);
  // ok: command-injection
  exec("ping -c " + parseInt(req.query.count, 10) + " localhost", done);
});

server.tool("run", { script: z.string() }, async (input) => {
  // ruleid: command-injection
  exec("node " + input.script);
});

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { host } = request.params.arguments;
  // ruleid: command-injection
  exec(`ping ${host}`);
});

async function ask(messages) {
  const claude = new Anthropic();
  const message = await claude.messages.create({ messages });
  // ruleid: command-injection
  exec(message.content[0].text);
  const completion = await openai.chat.completions.create({ messages });
  // ruleid: command-injection
  exec(completion.choices[0].message.content);
  // ok: command-injection
  console.log(completion.choices[0].message.content);
}

app.post("/repository", async (req, res) => {
  const git = simpleGit("/srv");
  // ruleid: command-injection
  await git.clone(req.body.address, "/srv/copy");
  // ok: command-injection
  await git.log({ author: req.body.author });
  // ruleid: command-injection
  execFile("git", ["ls-remote", req.body.address], done);
  // ok: command-injection
  execFile("git", ["ls-remote", "--", req.body.address], done);
  // ok: command-injection
  execFile("git", ["show", "--stat"], done);
});

// Whoever starts a program chooses its arguments.
const script = process.argv[2];
// ok: command-injection
spawn(process.argv[2], process.argv.slice(3));
// ok: command-injection
exec("convert " + script);

app.post("/list", (req, res) => {
  const words = ["-c", "echo " + req.body.command];
  // ruleid: command-injection
  spawn("bash", words);
  const others = ["--version", req.body.command];
  // ok: command-injection
  spawn("ls", others);
});

app.get("/runners", async (req, res) => {
  // ruleid: command-injection
  cmd.run("ls " + req.query.folder);
  // ruleid: command-injection
  sudo.exec(`cat ${req.query.file}`, {}, () => res.end());
  // ruleid: command-injection
  conn.exec("tail " + req.query.file, () => res.end());
  // ruleid: command-injection
  await container.exec({ Cmd: ["sh", "-c", "cat " + req.query.file] });
  // ruleid: command-injection
  await $`bash -c ${req.query.script}`;
  // ok: command-injection
  await $`ls ${req.query.folder}`;
  // ok: command-injection
  await container.exec({ Cmd: ["cat", req.query.file] });
  // ok: command-injection
  pattern.exec("name: " + req.query.name);
  // ok: command-injection
  db.run("SELECT 1 -- " + req.query.id.length);
});

channel.consume("jobs", (message) => {
  const job = JSON.parse(message.content.toString());
  // ruleid: command-injection
  child_process.exec("process " + job.file);
});

bot.command("ping", (chat) => {
  // ruleid: command-injection
  child_process.exec("ping -c 1 " + chat.message.text);
  // ok: command-injection
  child_process.exec("ping -c 1 localhost");
});

app.get("/taken-apart", (req, res) => {
  const { method, query, body: form } = req;
  // ruleid: command-injection
  child_process.exec("sort " + query.file);
  // ruleid: command-injection
  child_process.exec("sort " + form.file);
  // ok: command-injection
  child_process.exec("sort -r " + method.length);
});

app.get("/taken-apart-twice", (request, h) => {
  const { query: { file }, payload } = request;
  // ruleid: command-injection
  child_process.exec("sort " + file);
  // ruleid: command-injection
  child_process.exec("sort " + payload.file);
  const { query } = settings;
  // ok: command-injection
  child_process.exec("sort " + query.file);
});

app.get("/sizes", (req, res) => {
  const options = { size: "10x10", ...req.body };
  // ruleid: command-injection
  child_process.exec("magick -resize " + options.size);
  // ruleid: command-injection
  child_process.exec("magick -resize " + req.query.size);
  const seen = new Set(req.body.names);
  // ok: command-injection
  child_process.exec("magick -resize " + seen.size);
});

app.post("/picture", upload.single("picture"), (req, res) => {
  const picture = req.file;
  // ok: command-injection
  child_process.exec("convert " + picture.path);
  // ok: command-injection
  child_process.exec("convert " + req.file.path);
  // ruleid: command-injection
  child_process.exec("convert " + picture.originalname);
});

const sanitizeNothing = (text) => text.trim();
const escapeShell = (text) => `'${text}'`;
app.get("/names-lie", (req, res) => {
  // ruleid: command-injection
  child_process.exec("ls " + escapeShell(req.query.folder));
  // ruleid: command-injection
  child_process.exec("ls " + sanitizeNothing(req.query.folder));
});

app.post("/bound", async (req, res) => {
  // ruleid: command-injection
  child_process.exec.call(null, "ls " + req.body.folder);
  // ruleid: command-injection
  Reflect.apply(execSync, null, ["ls " + req.body.folder]);
  // ok: command-injection
  Reflect.apply(execSync, null, ["ls", { cwd: req.body.folder }]);
  // ruleid: command-injection
  await docker.createContainer({ Image: "alpine", Cmd: ["sh", "-c", "echo " + req.body.text] });
  // ok: command-injection
  await docker.createContainer({ Image: "alpine", Cmd: ["echo", req.body.text] });
  // ruleid: command-injection
  exec("convert " + request.query_parameters.file);
});

Meteor.methods({
  "files.shrink"(name) {
    // ruleid: command-injection
    child_process.exec("gzip " + name);
  },
  "files.clear"() {
    // ok: command-injection
    child_process.exec("gzip latest");
  },
});

class Names {
  async chosen(name) {
    return name;
  }

  async fixed(name) {
    return "latest";
  }
}

app.post("/awaited", async (req, res) => {
  const name = req.body.name;
  const later = await store.load("settings").then(() => name);
  // ruleid: command-injection
  exec("gzip " + later);
  const stored = await store.load(name).then((found) => found.path);
  // ok: command-injection
  exec("gzip " + stored);
  const names = new Names();
  const chosen = await names.chosen(name);
  // ruleid: command-injection
  exec("gzip " + chosen);
  const fixed = await names.fixed(name);
  // ok: command-injection
  exec("gzip " + fixed);
});
function expressions(req) {
  // ok: command-injection
  /a+/.exec("ls " + req.body.text);
  // ok: command-injection
  wordRegex.exec("ls " + req.body.text);
  // ruleid: command-injection
  store.exec("ls " + req.body.text);
}

function schemas(req, exec) {
  const way = z.enum(["up", "down"]).safeParse(req.query.way);
  if (!way.success) return;
  // ok: command-injection
  exec("move " + way.data);
  const Kind = z.enum(["a", "b"]);
  // ok: command-injection
  exec("kind " + Kind.parse(req.query.kind));
  const count = z.coerce.number().parse(req.query.count);
  // ok: command-injection
  exec("count " + count);
  const text = z.string().safeParse(req.query.text);
  // ruleid: command-injection
  exec("say " + text.data);
}

app.get("/validated/:id", param("id").isInt(), body("text").notEmpty(), (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  // ok: command-injection
  exec("show " + req.params.id);
  // ruleid: command-injection
  exec("show " + req.body.text);
});

app.get("/not-validated/:id", param("id").isInt(), (req, res) => {
  // ruleid: command-injection
  exec("show " + req.params.id);
});

app.post("/libraries", async (req, res) => {
  // ruleid: command-injection
  execa.execaSync(req.body.program);
  // ruleid: command-injection
  await $({ shell: true })`ls ${req.body.folder}`;
  // ruleid: command-injection
  simpleGit({ baseDir: "/srv/repo", binary: req.body.git });
  // ok: command-injection
  await $({ timeout: 1000 })`ls ${req.body.folder}`;
  // ok: command-injection
  simpleGit({ baseDir: "/srv/repo", binary: "git" });
  // ok: command-injection
  execa.execaSync("ls", ["--", req.body.folder]);
});
