const { exec, execFile, spawn } = require("child_process");

app.get("/ping", (req, res) => {
  // ruleid: js-command-injection
  exec(`ping -c 1 ${req.query.host}`, done);
  const command = "ping " + req.body.host;
  // ruleid: js-command-injection
  spawn("sh", ["-c", command]);
  // ruleid: js-command-injection
  spawn("ping " + req.body.host, { shell: true });
  // ok: js-command-injection
  execFile("ping", ["-c", "1", req.query.host], done);
  // ok: js-command-injection
  exec("ping -c " + parseInt(req.query.count, 10) + " localhost", done);
});

server.tool("run", { script: z.string() }, async (input) => {
  // ruleid: js-command-injection
  exec("node " + input.script);
});

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { host } = request.params.arguments;
  // ruleid: js-command-injection
  exec(`ping ${host}`);
});

async function ask(messages) {
  const claude = new Anthropic();
  const message = await claude.messages.create({ messages });
  // ruleid: js-command-injection
  exec(message.content[0].text);
  const completion = await openai.chat.completions.create({ messages });
  // ruleid: js-command-injection
  exec(completion.choices[0].message.content);
  // ok: js-command-injection
  console.log(completion.choices[0].message.content);
}

app.post("/repository", async (req, res) => {
  const git = simpleGit("/srv");
  // ruleid: js-command-injection
  await git.clone(req.body.address, "/srv/copy");
  // ok: js-command-injection
  await git.log({ author: req.body.author });
  // ruleid: js-command-injection
  execFile("git", ["ls-remote", req.body.address], done);
  // ok: js-command-injection
  execFile("git", ["ls-remote", "--", req.body.address], done);
  // ok: js-command-injection
  execFile("git", ["show", "--stat"], done);
});

const script = process.argv[2];
// ok: js-command-injection
spawn(process.argv[2], process.argv.slice(3));
// ok: js-command-injection
fork(script);
// ruleid: js-command-injection
exec("convert " + script);

app.post("/list", (req, res) => {
  const words = ["-c", "echo " + req.body.command];
  // ruleid: js-command-injection
  spawn("bash", words);
  const others = ["--version", req.body.command];
  // ok: js-command-injection
  spawn("ls", others);
});

app.get("/runners", async (req, res) => {
  // ruleid: js-command-injection
  cmd.run("ls " + req.query.folder);
  // ruleid: js-command-injection
  sudo.exec(`cat ${req.query.file}`, {}, () => res.end());
  // ruleid: js-command-injection
  conn.exec("tail " + req.query.file, () => res.end());
  // ruleid: js-command-injection
  await container.exec({ Cmd: ["sh", "-c", "cat " + req.query.file] });
  // ruleid: js-command-injection
  await $`bash -c ${req.query.script}`;
  // ok: js-command-injection
  await $`ls ${req.query.folder}`;
  // ok: js-command-injection
  await container.exec({ Cmd: ["cat", req.query.file] });
  // ok: js-command-injection
  pattern.exec("name: " + req.query.name);
  // ok: js-command-injection
  db.run("SELECT 1 -- " + req.query.id.length);
});

channel.consume("jobs", (message) => {
  const job = JSON.parse(message.content.toString());
  // ruleid: js-command-injection
  child_process.exec("process " + job.file);
});

bot.command("ping", (chat) => {
  // ruleid: js-command-injection
  child_process.exec("ping -c 1 " + chat.message.text);
  // ok: js-command-injection
  child_process.exec("ping -c 1 localhost");
});

app.get("/taken-apart", (req, res) => {
  const { method, query, body: form } = req;
  // ruleid: js-command-injection
  child_process.exec("sort " + query.file);
  // ruleid: js-command-injection
  child_process.exec("sort " + form.file);
  // ok: js-command-injection
  child_process.exec("sort -r " + method.length);
});

app.get("/taken-apart-twice", (request, h) => {
  const { query: { file }, payload } = request;
  // ruleid: js-command-injection
  child_process.exec("sort " + file);
  // ruleid: js-command-injection
  child_process.exec("sort " + payload.file);
  const { query } = settings;
  // ok: js-command-injection
  child_process.exec("sort " + query.file);
});

app.get("/sizes", (req, res) => {
  const options = { size: "10x10", ...req.body };
  // ruleid: js-command-injection
  child_process.exec("magick -resize " + options.size);
  // ruleid: js-command-injection
  child_process.exec("magick -resize " + req.query.size);
  const seen = new Set(req.body.names);
  // ok: js-command-injection
  child_process.exec("magick -resize " + seen.size);
});

app.post("/picture", upload.single("picture"), (req, res) => {
  const picture = req.file;
  // ok: js-command-injection
  child_process.exec("convert " + picture.path);
  // ok: js-command-injection
  child_process.exec("convert " + req.file.path);
  // ruleid: js-command-injection
  child_process.exec("convert " + picture.originalname);
});

const sanitizeNothing = (text) => text.trim();
const escapeShell = (text) => `'${text}'`;
app.get("/names-lie", (req, res) => {
  // ruleid: js-command-injection
  child_process.exec("ls " + escapeShell(req.query.folder));
  // ruleid: js-command-injection
  child_process.exec("ls " + sanitizeNothing(req.query.folder));
});

app.post("/bound", async (req, res) => {
  // ruleid: js-command-injection
  child_process.exec.call(null, "ls " + req.body.folder);
  // ruleid: js-command-injection
  Reflect.apply(execSync, null, ["ls " + req.body.folder]);
  // ok: js-command-injection
  Reflect.apply(execSync, null, ["ls", { cwd: req.body.folder }]);
  // ruleid: js-command-injection
  await docker.createContainer({ Image: "alpine", Cmd: ["sh", "-c", "echo " + req.body.text] });
  // ok: js-command-injection
  await docker.createContainer({ Image: "alpine", Cmd: ["echo", req.body.text] });
  // ruleid: js-command-injection
  exec("convert " + request.query_parameters.file);
});

Meteor.methods({
  "files.shrink"(name) {
    // ruleid: js-command-injection
    child_process.exec("gzip " + name);
  },
  "files.clear"() {
    // ok: js-command-injection
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
  // ruleid: js-command-injection
  exec("gzip " + later);
  const stored = await store.load(name).then((found) => found.path);
  // ok: js-command-injection
  exec("gzip " + stored);
  const names = new Names();
  const chosen = await names.chosen(name);
  // ruleid: js-command-injection
  exec("gzip " + chosen);
  const fixed = await names.fixed(name);
  // ok: js-command-injection
  exec("gzip " + fixed);
});
function expressions(req) {
  // ok: js-command-injection
  /a+/.exec("ls " + req.body.text);
  // ok: js-command-injection
  wordRegex.exec("ls " + req.body.text);
  // ruleid: js-command-injection
  store.exec("ls " + req.body.text);
}

function schemas(req, exec) {
  const way = z.enum(["up", "down"]).safeParse(req.query.way);
  if (!way.success) return;
  // ok: js-command-injection
  exec("move " + way.data);
  const Kind = z.enum(["a", "b"]);
  // ok: js-command-injection
  exec("kind " + Kind.parse(req.query.kind));
  const count = z.coerce.number().parse(req.query.count);
  // ok: js-command-injection
  exec("count " + count);
  const text = z.string().safeParse(req.query.text);
  // ruleid: js-command-injection
  exec("say " + text.data);
}

app.get("/validated/:id", param("id").isInt(), body("text").notEmpty(), (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  // ok: js-command-injection
  exec("show " + req.params.id);
  // ruleid: js-command-injection
  exec("show " + req.body.text);
});

app.get("/not-validated/:id", param("id").isInt(), (req, res) => {
  // ruleid: js-command-injection
  exec("show " + req.params.id);
});
