const http = require("http");
const url = require("url");
const fs = require("fs");
const path = require("path");
const Koa = require("koa");
const send = require("koa-send");
const fastify = require("fastify")();
const AdmZip = require("adm-zip");
const unzipper = require("unzipper");
const tar = require("tar-stream");

http.createServer((req, res) => {
  const { pathname, query } = url.parse(req.url, true);
  // ruleid: path-traversal
  fs.readFile("." + pathname, (err, data) => res.end(data));
  // ruleid: path-traversal
  fs.createReadStream(path.join(__dirname, req.url)).pipe(res);
  // ruleid: path-traversal
  fs.readFile(query.file, () => {});
}).listen(8080);

const koa = new Koa();

koa.use(async (ctx) => {
  // ruleid: path-traversal
  ctx.body = fs.createReadStream("./public" + ctx.path);
  // ruleid: path-traversal
  ctx.body = await fs.promises.readFile(path.join("files", ctx.query.name));
  // ok: path-traversal
  await send(ctx, ctx.path, { root: __dirname + "/public" });
});

fastify.get("/file", async (request, reply) => {
  // ruleid: path-traversal
  const data = fs.readFileSync("./files/" + request.query.name);
  // ruleid: path-traversal
  return reply.send(fs.createReadStream(path.join("files", request.params.name)) || data);
});

exports.handler = async (event) => {
  // ruleid: path-traversal
  return fs.readFileSync("/tmp/" + event.pathParameters.name, "utf8");
};

function extract(archive, target) {
  const zip = new AdmZip(archive);
  for (const entry of zip.getEntries()) {
    // ruleid: path-traversal
    fs.writeFileSync(path.join(target, entry.entryName), entry.getData());
  }
}

function extractStream(stream, target) {
  stream.pipe(unzipper.Parse()).on("entry", (entry) => {
    // ruleid: path-traversal
    entry.pipe(fs.createWriteStream(path.join(target, entry.path)));
  });
}

function extractSafely(archive, target) {
  const zip = new AdmZip(archive);
  for (const entry of zip.getEntries()) {
    const file = path.resolve(target, entry.entryName);
    if (!file.startsWith(path.resolve(target) + path.sep)) {
      throw new Error("entry outside of the target");
    }
    // ok: path-traversal
    fs.writeFileSync(file, entry.getData());
  }
}

http.createServer((req, res) => {
  // ok: path-traversal
  fs.readFile("./index.html", (err, data) => res.end(data));
  const name = path.basename(url.parse(req.url).pathname);
  // ok: path-traversal
  fs.readFile(path.join(__dirname, "public", name), (err, data) => res.end(data));
}).listen(8081);

fastify.get("/safe", async (request, reply) => {
  // ok: path-traversal
  return reply.sendFile("index.html");
});
